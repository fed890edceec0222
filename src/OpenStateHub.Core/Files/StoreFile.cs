using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>
/// Receives a file as it comes, in pieces: written aside, flushed, renamed to its hash, and only then entered as a row. Killed at any
/// moment it leaves a row with its bytes, or no row and something for the sweep. Sent twice it stands once.
/// </summary>
public sealed class StoreFile(HubDbContext db, FileFolder folder, FileLock only, TenantContext tenant, QueueWork queue, TimeProvider clock, ILogger<StoreFile> log)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>How many bytes the place may still send; none where its room is used up.</summary>
    public async Task<long> RoomAsync(CancellationToken ct) =>
        Math.Max(0, tenant.Current.MostBytes - await db.Files.SumAsync(file => file.Bytes, ct));

    /// <param name="content">Read once, to its end or to the limit.</param>
    /// <param name="givenName">What the sender calls it.</param>
    /// <param name="by">Null: a citizen, who did not sign in.</param>
    public async Task<Result> ExecuteAsync(Stream content, string? givenName, Guid? by, CancellationToken ct)
    {
        try
        {
            return await ReceiveAsync(content, givenName, by, ct);
        }
        catch (IOException e) when (DiskFolder.IsFull(e))
        {
            // Nothing that the sender could mend: it is for whoever runs the site.
            log.LogError(e, "The disk of files is full, and a file was not stored.");
            return new Result(FileRefusals.DiskFull);
        }
    }

    private async Task<Result> ReceiveAsync(Stream content, string? givenName, Guid? by, CancellationToken ct)
    {
        var room = await RoomAsync(ct);

        if (room == 0)
        {
            return new Result(FileRefusals.NoRoom);
        }

        // Before the first byte, so that whatever a killed process leaves behind has its sweep.
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Files, clock.GetUtcNow() + SweepFiles.Grace, ct);
        await using var received = folder.Receive();
        await using var limited = new LimitedStream(content, Math.Min(room, tenant.Current.MostFileBytes));
        var source = PipeReader.Create(limited, new StreamPipeReaderOptions(bufferSize: PieceSize, leaveOpen: true));
        var type = FileTypes.Of(await HeadAsync(source, ct));
        var isWhole = await CopyAsync(type, source, received, ct);

        if (limited.IsCut)
        {
            return new Result(room < tenant.Current.MostFileBytes ? FileRefusals.NoRoom : FileRefusals.TooBig);
        }

        if (received.Bytes == 0 || !isWhole)
        {
            return new Result(received.Bytes == 0 && isWhole ? FileRefusals.Empty : FileRefusals.BrokenPicture);
        }

        return type.NameFor(FileName.Clean(givenName)) is { } name
            ? await KeepAsync(received, new StoredFile
            {
                Sha256 = await received.CompleteAsync(ct),
                Bytes = received.Bytes,
                Type = type,
                Name = name,
                UploadedAt = clock.GetUtcNow(),
                UploadedBy = by,
                IdleSince = clock.GetUtcNow(),
            }, ct)
            : new Result(FileRefusals.NotWhatItsNameSays);
    }

    private async Task<Result> KeepAsync(IncomingFile received, StoredFile file, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);
        var known = await db.Files.SingleOrDefaultAsync(other => other.Sha256 == file.Sha256, ct);

        // Others may have sent files meanwhile.
        if (known is null && await RoomAsync(ct) < file.Bytes)
        {
            return new Result(FileRefusals.NoRoom);
        }

        folder.Keep(received, file.Sha256);

        if (known is null)
        {
            db.Files.Add(file);
        }
        else
        {
            known.IdleSince = file.IdleSince;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Result(null, file.Sha256, known?.Name ?? file.Name, known is not null);
    }

    private static async Task<byte[]> HeadAsync(PipeReader source, CancellationToken ct)
    {
        var buffer = (await source.ReadAtLeastAsync(FileTypes.LongestBeginning, ct)).Buffer;
        var head = System.Buffers.BuffersExtensions.ToArray(buffer.Slice(0, Math.Min(FileTypes.LongestBeginning, buffer.Length)));
        source.AdvanceTo(buffer.Start);
        return head;
    }

    private static async Task<bool> CopyAsync(FileType type, PipeReader source, IncomingFile target, CancellationToken ct)
    {
        if (type is FileType.Jpeg)
        {
            return await JpegWithoutPlace.CopyAsync(source, part => target.WriteAsync(part, ct), ct);
        }

        while (true)
        {
            var read = await source.ReadAsync(ct);

            foreach (var part in read.Buffer)
            {
                await target.WriteAsync(part, ct);
            }

            source.AdvanceTo(read.Buffer.End);

            if (read.IsCompleted)
            {
                return true;
            }
        }
    }

    /// <param name="Name">The name it is kept under: that of the first time where it was here already.</param>
    public sealed record Result(Refusal? Refusal, string? Sha256 = null, string? Name = null, bool WasHere = false);
}
