// Blocking on durable tasks (after samples of Durable Task that were written before await).
public sealed record Query(string Text);

public interface ISearch
{
    Task<List<string>> FindAsync(string text, string index, CancellationToken cancellationToken);
}

public sealed class BlockedTasks(ISearch search)
{
    /// <summary>Searches three indexes.</summary>
    [Workflow]
    public List<string> Search(WorkflowContext ctx, Query query)
    {
        var books = ctx.StepAsync("books", ct => search.FindAsync(query.Text, "books", ct));
        var films = ctx.StepAsync("films", ct => search.FindAsync(query.Text, "films", ct));
        var songs = ctx.StepAsync("songs", ct => search.FindAsync(query.Text, "songs", ct));

        var found = new List<string>();
        found.AddRange({|AGT4014:books.Result|});
        {|AGT4014:films.Wait()|};
        found.AddRange({|AGT4014:songs.GetAwaiter().GetResult()|});
        return found;
    }
}
