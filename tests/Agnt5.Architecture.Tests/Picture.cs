namespace Agnt5.Architecture.Tests;

/// <summary>
/// The picture of <c>docs/architecture.md</c>: one line for each floor, the rooms of a floor side by side, an arrow between floors. A room may use the rooms of every floor below, and no room on its
/// floor or above. The folder of <c>Agnt5</c> itself is <c>(root)</c>; names with a point are assemblies, which stand above it.
/// </summary>
internal sealed class Picture
{
    private const string Heading = "## The rooms";
    private const string Root = "(root)";
    private const string Core = "Agnt5";
    private const string Fence = "```";

    private readonly Dictionary<string, int> _floors;

    private Picture(Dictionary<string, int> floors, string text)
    {
        _floors = floors;
        Text = text;
    }

    /// <summary>The picture on the page.</summary>
    public string Text { get; }

    public IEnumerable<string> Rooms => _floors.Keys.Where(static name => !IsAssembly(name)).Select(static name => name == Root ? "" : name);

    public IEnumerable<string> Assemblies => _floors.Keys.Where(IsAssembly);

    public static Picture Read()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "architecture.md"));
        var drawn = page[page.IndexOf(Heading, StringComparison.Ordinal)..].Split(Fence)[1].Trim('\r', '\n');
        var floors = drawn.Split('\n')
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(static line => line is not ([] or ["↓"]))
            .Index();
        return new Picture(floors.SelectMany(static floor => floor.Item.Select(name => (Name: name, floor.Index))).ToDictionary(static room => room.Name, static room => room.Index), drawn);
    }

    /// <summary>Whether an assembly is one of ours.</summary>
    public bool Has(string assembly) => assembly == Core || Assemblies.Contains(assembly);

    /// <summary>Whether an arrow between two rooms or assemblies points down.</summary>
    public bool Allows(string from, string to) => from == to || FloorOf(from) < FloorOf(to);

    private int FloorOf(string room) =>
        _floors.TryGetValue(room is "" or Core ? Root : room, out var floor) ? floor : throw new InvalidOperationException($"The picture has no room '{room}':\n{Text}");

    private static bool IsAssembly(string name) => name.Contains('.', StringComparison.Ordinal);
}
