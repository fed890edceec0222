using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace OpenStateHub.Core.Files;

/// <summary>What .NET has no call for. A file's name is durable only once the folder that holds it was flushed too.</summary>
internal static class DiskFolder
{
    private const int ReadOnlyCloseOnExec = 0x80000, NoSpaceLeft = 28, QuotaExceeded = 122;

    /// <summary>Whether it failed because the disk, or what this process may use of it, is full.</summary>
    public static bool IsFull(IOException e) => (e.InnerException as Win32Exception)?.NativeErrorCode is NoSpaceLeft or QuotaExceeded || e.HResult is NoSpaceLeft or QuotaExceeded;

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnlyCloseOnExec);

        if (descriptor < 0)
        {
            throw new IOException($"The folder {folder} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        try
        {
            if (Synchronize(descriptor) != 0)
            {
                throw new IOException($"The folder {folder} cannot be flushed to disk.", new Win32Exception(Marshal.GetLastPInvokeError()));
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
