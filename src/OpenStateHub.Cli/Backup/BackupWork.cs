using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Backup;

namespace OpenStateHub.Cli.Backup;

/// <summary>Shows how far a copy or its way back has come, of a hub or of one place, and says in one sentence why it ended without a result.</summary>
internal static class BackupWork
{
    public static async Task<T> RunAsync<T>(string title, Func<IProgress<WorkProgress>, Task<T>> work)
    {
        try
        {
            return await LongWork.ShowAsync(title, work);
        }
        catch (Exception refused) when (refused is BackupException or ArchiveException)
        {
            throw new RefusedException(refused.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{title} could not be written or read ({e.Message.TrimEnd('.')}), and nothing of it was kept.");
        }
        catch (PostgresException e)
        {
            throw new RefusedException($"The database ended it ({e.SqlState}: {e.MessageText}), and nothing of it was kept.");
        }
    }
}
