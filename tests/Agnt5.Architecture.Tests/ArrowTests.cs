using Agnt5.Architecture.Tests.Reading;

namespace Agnt5.Architecture.Tests;

/// <summary>Holds the compiled assemblies to the picture of <c>docs/architecture.md</c>: a call, a field, a parameter or an attribute is an arrow, and every arrow points down.</summary>
public sealed class ArrowTests
{
    private static readonly Picture Picture = Picture.Read();

    [Fact]
    public void No_room_uses_one_beside_or_above_it()
    {
        var upward = Arrows().Where(static arrow => !Picture.Allows(arrow.From.Folder, arrow.To.Folder)).Select(Describe).Order(StringComparer.Ordinal).ToList();

        Assert.True(upward.Count == 0, Problem($"{upward.Count} arrows point up or aside. Move what both need into a room below them, or turn the arrow around:", upward));
    }

    [Fact]
    public void The_picture_has_every_room_and_no_other()
    {
        using var core = new CompiledAssembly("Agnt5");

        Assert.Equal(core.Types().Select(static type => type.Type.Folder).Distinct().Order(StringComparer.Ordinal), Picture.Rooms.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_stands_in_one_room()
    {
        using var core = new CompiledAssembly("Agnt5");
        var split = core.Types().Where(static type => type.Type.Folders.Length > 1).Select(static type => $"{type.Type.Name}: {string.Join(", ", type.Type.Folders.Select(Name))}").ToList();

        Assert.True(split.Count == 0, Problem("Files of one type stand in several rooms:", split));
    }

    [Fact]
    public void No_assembly_references_one_beside_or_above_it()
    {
        var upward = new List<string>();
        foreach (var name in Picture.Assemblies.Append("Agnt5"))
        {
            using var assembly = new CompiledAssembly(name);
            upward.AddRange(assembly.References.Where(static reference => Picture.Has(reference)).Where(reference => !Picture.Allows(name, reference)).Select(reference => $"{name} → {reference}"));
        }

        Assert.True(upward.Count == 0, Problem("Assemblies reference one that is not below them:", upward));
    }

    [Theory]
    [InlineData("UnwritableException", "NonRetryableException")] // a base class
    [InlineData("ComponentDescriptor", "MemberLimits")] // the type of a property
    [InlineData("FailureClassifier", "ErrorCodes", false)] // a constant, which the compiler copies
    [InlineData("BoundInput", "BoundJson")] // a call inside of an async method
    public void What_a_type_names_anywhere_is_an_arrow(string from, string to, bool isSeen = true) =>
        Assert.Equal(isSeen, Arrows().Any(arrow => arrow.From.Name == from && arrow.To.Name == to));

    private static IEnumerable<(SourceType From, SourceType To)> Arrows()
    {
        using var core = new CompiledAssembly("Agnt5");
        return [.. core.Types().SelectMany(static type => type.Uses.Select(used => (type.Type, used)).Where(static arrow => arrow.Type.Folder != arrow.used.Folder))];
    }

    private static string Describe((SourceType From, SourceType To) arrow) => $"{Name(arrow.From.Folder)} → {Name(arrow.To.Folder)}: {arrow.From.Name} → {arrow.To.Name}";

    private static string Name(string folder) => folder == "" ? "(root)" : folder;

    private static string Problem(string what, IEnumerable<string> lines) => $"{what}\n  {string.Join("\n  ", lines)}\nThe picture (docs/architecture.md):\n{Picture.Text}";
}
