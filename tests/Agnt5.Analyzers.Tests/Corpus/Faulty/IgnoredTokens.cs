// Step bodies that take a token and do not hand it on (after samples of Temporal).
public sealed record Video(string Url);

public interface IEncoder
{
    Task<string> DownloadAsync(string url, CancellationToken cancellationToken = default);

    Task<string> EncodeAsync(string file, string format, CancellationToken cancellationToken = default);
}

public sealed class IgnoredTokens(IEncoder encoder)
{
    /// <summary>Encodes a video in two formats.</summary>
    [Workflow]
    public async Task<List<string>> Encode(WorkflowContext ctx, Video video)
    {
        var file = await ctx.StepAsync("download", {|AGT4020:ct|} => encoder.DownloadAsync(video.Url));
        var small = ctx.StepAsync("encode_small", ct => encoder.EncodeAsync(file, "480p", ct));
        var large = ctx.StepAsync("encode_large", async {|AGT4020:token|} =>
        {
            var encoded = await encoder.EncodeAsync(file, "2160p");
            return encoded.Trim();
        });
        return [await small, await large];
    }
}
