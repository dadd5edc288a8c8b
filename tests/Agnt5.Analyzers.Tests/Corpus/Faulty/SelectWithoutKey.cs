// Fan-out with Select over steps of one name (after samples of Azure Durable Functions).
public sealed record Timeline(string User, List<string> Followed);

public sealed record Post(string Author, string Text, DateTimeOffset At);

public interface IPosts
{
    Task<List<Post>> OfAsync(string author, CancellationToken cancellationToken);
}

public sealed class SelectWithoutKey(IPosts posts)
{
    /// <summary>Collects the posts of everybody whom a user follows.</summary>
    [Workflow]
    public async Task<List<Post>> CollectPosts(WorkflowContext ctx, Timeline timeline)
    {
        var reads = timeline.Followed
            .Select(author => ctx.StepAsync({|AGT4008:"read_posts"|}, ct => posts.OfAsync(author, ct)))
            .ToList();

        await Task.WhenAll(reads);
        return reads.SelectMany(read => read.Result).OrderBy(post => post.At).ToList();
    }
}
