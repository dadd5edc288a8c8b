// Fan-out and fan-in, a step per file (after samples of Azure Durable Functions).
public sealed record BackupRequest(string? Root);

public interface IBlobStore
{
    Task<long> CopyAsync(string file, CancellationToken cancellationToken);
}

public sealed class FileBackup(IBlobStore blobs)
{
    /// <summary>Copies every file below a folder into the store and returns the number of bytes.</summary>
    [Workflow("backup_site")]
    public async Task<long> RunAsync(WorkflowContext ctx, BackupRequest request)
    {
        var root = request.Root?.Trim();
        if (string.IsNullOrEmpty(root))
            root = "/srv/site";

        var files = await ctx.StepAsync("list_files", () => Directory.GetFiles(root, "*", SearchOption.AllDirectories));
        Array.Sort(files, StringComparer.Ordinal);

        var copies = new Task<long>[files.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var file = files[i];
            copies[i] = ctx.StepAsync("copy_file", ct => blobs.CopyAsync(file, ct), new StepOptions { Key = file, MaxAttempts = 3 });
        }

        await Task.WhenAll(copies);
        return copies.Sum(copy => copy.Result);
    }
}
