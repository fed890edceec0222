namespace OpenStateHub.Core.Backup;

/// <summary>Tells of each twentieth of the work, not of each of a hundred thousand files.</summary>
internal sealed class Steps(int total, IProgress<WorkProgress>? progress)
{
    private int done;

    public void Next()
    {
        done++;

        if (done == total || Share(done) > Share(done - 1))
        {
            progress?.Report(new WorkProgress(done, total));
        }
    }

    private long Share(int of) => 20L * of / total;
}
