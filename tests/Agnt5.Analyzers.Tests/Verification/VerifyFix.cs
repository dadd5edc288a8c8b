using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>Compares the result of a code fix with the expected one, to the letter. The result must compile, and the rule must find nothing in it.</summary>
internal static class VerifyFix
{
    public static async Task ChangesAsync(string ruleId, string before, string after, string? title = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeFixRun.Open(workspace, before);
        var action = await FindAsync(document, ruleId, title);
        await AssertAfterAsync(ruleId, await CodeFixRun.ApplyAsync(action, document.Project.Id), document.Id, after);
    }

    /// <param name="left">How many findings Fix All leaves to the user.</param>
    public static async Task ChangesAllAsync(string ruleId, string before, string after, string? title = null, int left = 0)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeFixRun.Open(workspace, before);
        var first = await FindAsync(document, ruleId, title);
        var action = await CodeFixRun.FixAllAsync(document, ruleId, first.EquivalenceKey!);
        await AssertAfterAsync(ruleId, await CodeFixRun.ApplyAsync(action, document.Project.Id), document.Id, after, left);
    }

    /// <summary>The rule finds something and leaves it to the user.</summary>
    public static async Task OffersNothingAsync(string ruleId, string source)
    {
        using var workspace = new AdhocWorkspace();
        Assert.Empty(await CodeFixRun.OfferedAsync(CodeFixRun.Open(workspace, source), ruleId));
    }

    // Where the user has a choice, a title selects the fix.
    private static async Task<CodeAction> FindAsync(Document document, string ruleId, string? title)
    {
        var offered = await CodeFixRun.OfferedAsync(document, ruleId);
        return title is null ? Assert.Single(offered) : Assert.Single(offered, action => action.Title == title);
    }

    private static async Task AssertAfterAsync(string ruleId, Project changed, DocumentId document, string after, int left = 0)
    {
        Assert.Equal(after, (await changed.GetDocument(document)!.GetTextAsync()).ToString());
        Assert.Equal(left, (await CodeFixRun.FindingsAsync(changed, ruleId)).Count);
    }
}
