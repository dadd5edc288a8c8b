// Batches of records, several at a time (after samples of Temporal and of AWS Lambda durable functions).
public sealed record ImportRequest(string Source, int BatchSize = 100);

public sealed record Row(int Id, string Text);

public sealed record ImportReport(int Imported, List<string> Problems);

public interface IImporter
{
    Task<List<Row>> LoadAsync(string source, CancellationToken cancellationToken);

    Task<int> SaveAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken);
}

public sealed class BatchImport(IImporter importer)
{
    /// <summary>Imports rows in batches; a batch that fails is reported and does not stop the others.</summary>
    [Workflow]
    public async Task<ImportReport> ImportRows(WorkflowContext ctx, ImportRequest request)
    {
        var rows = await ctx.StepAsync("load", ct => importer.LoadAsync(request.Source, ct));
        var batches = rows.Where(row => !string.IsNullOrWhiteSpace(row.Text)).Chunk(request.BatchSize).ToList();

        var problems = new List<string>();
        var imported = 0;
        var number = 0;
        foreach (var window in batches.Chunk(4))
        {
            var saves = new List<Task<int>>();
            foreach (var batch in window)
            {
                var key = $"{++number}";
                saves.Add(ctx.StepAsync("save", ct => importer.SaveAsync(batch, ct), new StepOptions { Key = key, MaxAttempts = 2 }));
            }

            foreach (var save in saves)
            {
                try
                {
                    imported += await save;
                }
                catch (StepFailedException failure)
                {
                    problems.Add($"{failure.StepKey}: {failure.Message}");
                }
            }
        }

        return new(imported, problems);
    }
}
