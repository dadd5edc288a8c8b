namespace Agnt5.Generators;

/// <summary>The names of the pipeline's stages, from which tests see what ran again.</summary>
internal static class Stages
{
    public const string Files = "Agnt5.Files";
    public const string AgentBodies = "Agnt5.AgentBodies";
    public const string DurableCalls = "Agnt5.DurableCalls";
    public const string Declared = "Agnt5.Declared";
    public const string LeftOut = "Agnt5.LeftOut";
    public const string Untold = "Agnt5.Untold";
    public const string Components = "Agnt5.Components";
    public const string Types = "Agnt5.Types";
    public const string Writers = "Agnt5.Writers";
    public const string Assembly = "Agnt5.Assembly";
    public const string Namespace = "Agnt5.Namespace";
    public const string Documentation = "Agnt5.Documentation";
    public const string ManifestEntries = "Agnt5.ManifestEntries";
    public const string Manifest = "Agnt5.Manifest";
    public const string Answers = "Agnt5.Answers";
    public const string Stubs = "Agnt5.Stubs";
    public const string ReferencedStubs = "Agnt5.ReferencedStubs";
    public const string TestStubs = "Agnt5.TestStubs";

    public static readonly IReadOnlyList<string> All =
    [
        Files, AgentBodies, DurableCalls, Declared, LeftOut, Untold, Components, Types, Writers, Assembly, Namespace, Documentation, ManifestEntries, Manifest, Answers, Stubs,
        ReferencedStubs, TestStubs,
    ];
}
