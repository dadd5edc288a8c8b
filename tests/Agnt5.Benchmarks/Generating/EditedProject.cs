using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Benchmarks.Generating;

/// <summary>A project in an editor, which the generator runs over again after each edit.</summary>
internal sealed class EditedProject
{
    private const string Other = "namespace Shop; internal static class Other { public static int Answer() => 42; }";

    // The first file begins with a workflow and its types.
    private const int ComponentFile = 0;

    private readonly string _component;
    private readonly int _other;
    private Compilation _compilation;
    private GeneratorDriver _driver;
    private int _edits;

    public EditedProject(IEnumerable<string> sources, bool trackSteps = false)
    {
        string[] all = [.. sources, Other];
        _component = all[ComponentFile];
        _other = all.Length - 1;
        _compilation = new GeneratorProject(all).Compilation;
        _driver = GeneratorProject.CreateDriver(trackSteps).RunGenerators(_compilation);
    }

    public void EditOtherBody() => Replace(_other, Other.Replace("42", $"{++_edits}", StringComparison.Ordinal));

    public void EditComponentBody() => Replace(ComponentFile, _component.Replace("return hold;", $"_ = {++_edits}; return hold;", StringComparison.Ordinal));

    public void AddMethod() => Replace(_other, Other.Replace("Answer", $"Answer{++_edits}", StringComparison.Ordinal));

    public void AddType() => Replace(_other, Other + $" internal sealed class Added{++_edits};");

    public void ChangeDescription() => Replace(ComponentFile, _component.Replace("Approves an order.", $"Approves order {++_edits}.", StringComparison.Ordinal));

    public void ChangeType() => Replace(ComponentFile, _component.Replace("string AccountId", $"string AccountId{++_edits}", StringComparison.Ordinal));

    public void AddComponent() => Replace(
        ComponentFile, _component + $"public static class Added{++_edits} {{ [Function] public static Postage1 Added{_edits}Again(Parcel1 parcel) => null!; }}");

    /// <summary>The cost of the generator's run after an edit of the project as it was written: what the edit before it changed is taken back first, and does not count.</summary>
    public RunCost Measure(Action edit)
    {
        Replace(_other, Other);
        Replace(ComponentFile, _component);
        _driver = _driver.RunGenerators(_compilation);
        edit();
        return RunCost.Of(() => _driver = _driver.RunGenerators(_compilation));
    }

    /// <summary>The time that each stage of the last run took.</summary>
    public IEnumerable<(string Stage, TimeSpan Time)> Stages()
    {
        var result = _driver.GetRunResult().Results.Single();
        return result.TrackedSteps.Select(static steps => (steps.Key, TimeSpan.FromTicks(steps.Value.Sum(static step => step.ElapsedTime.Ticks))));
    }

    private void Replace(int file, string source)
    {
        var tree = _compilation.SyntaxTrees.ElementAt(file);
        _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)tree.Options));
    }
}
