namespace OpenStateHub.Core.Files;

/// <summary>What somebody sends, up to a limit: beyond it this ends, and says that it was cut.</summary>
internal sealed class LimitedStream(Stream source, long most) : Stream
{
    private long left = most;

    /// <summary>Whether there was more than the limit allows.</summary>
    public bool IsCut { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsCut)
        {
            return 0;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        IsCut = read > left;
        left -= read;
        return IsCut ? 0 : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
