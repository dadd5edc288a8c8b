// Files read and written in the body (after samples of Temporal and DBOS).
public sealed record Template(string Path, string Name);

public static class FilesInBody
{
    /// <summary>Fills a template and mails it.</summary>
    [Workflow]
    public static async Task<string> Fill(WorkflowContext ctx, Template template)
    {
        if (!{|AGT4004:File.Exists(template.Path)|})
            return "";

        var text = await {|AGT4004:File.ReadAllTextAsync(template.Path, ctx.CancellationToken)|};
        var filled = text.Replace("{name}", template.Name, StringComparison.Ordinal);
        await ctx.StepAsync("mail", () => Console.WriteLine(filled));

        var target = Path.ChangeExtension(template.Path, ".sent");
        {|AGT4004:File.Delete(target)|};
        return target;
    }
}
