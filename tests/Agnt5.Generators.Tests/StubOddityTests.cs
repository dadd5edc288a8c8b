using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Components that are odd and valid: their stubs compile, in a library and in a program.</summary>
public sealed class StubOddityTests
{
    private const string Records = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Threading;
        using System.Threading.Tasks;
        using Agnt5;
        namespace Shop;
        public sealed record Needs { public required string Id { get; init; } public required int Count { get; set; } }
        public readonly record struct Point(int X, int Y);
        public sealed record Box<T>(T Item);
        internal enum Level { Low, High }
        internal sealed record Inside(int Number);
        """;

    [Theory]
    [InlineData("""[Function] public static Needs Need(Needs needs, Point? point, Needs? other = null) => needs;""")]
    [InlineData("""[Function] public static Point? Where(Point? point = null) => point;""")]
    [InlineData("""[Function] public static Point Zero(Point point = default, DateTimeOffset at = default, Guid id = default, TimeSpan span = default) => point; [Function("e")] public static decimal Price(decimal price = 1.50m, char sign = '\n') => price;""")]
    [InlineData("""[Function] public static string @class(string @new, int @event = 1, string @await = "", int @field = 2, int @record = 3) => @new;""")]
    [InlineData("""[Function] public static string Many(string client, string options, string cancellationToken, string client_, CancellationToken ct = default) => client;""")]
    [InlineData("""[Function] public static string Same(string Equals, int GetHashCode, int ToString, int GetType, int MemberwiseClone) => Equals;""")]
    [InlineData("""[Function] public static string Input(string Odd_Same_Input, string outputType, string inputType, string target, string input) => target;""")]
    [InlineData("""[Function("a1")] public static int Over(int a) => a; [Function("a2")] public static int Over(string a) => 1; [Function("a3")] public static int OverAsync(int a) => a;""")]
    [InlineData("""public static partial class Deep { public static class Deeper { [Function] public static int Dig(int depth) => depth; } }""")]
    [InlineData("""[Function] internal static Level Set(Level level = Level.High, Inside? inside = null) => level;""")]
    [InlineData("""[Function] internal static Box<Inside> Wrap(Box<Level> box, List<Inside[]> lists) => new(new(1));""")]
    [InlineData("""[Function] public static Box<string?> Text(Box<string> box, Dictionary<string, List<string?>?> map) => new(box.Item);""")]
    [InlineData("""[Function] public static (int Low, Point? High, (string A, string? B) C) Tuple((int Low, string? Name) pair) => default;""")]
    [InlineData("""[Function] public static int Rest(int first, params int?[] rest) => first;""")]
    [InlineData("""[Function("b1")] public static int RestOfList(params List<string?> rest) => 1; [Function("b2")] public static int RestOfItems(params IEnumerable<Point> rest) => 1;""")]
    [InlineData("""[Function] public static int FromEnvironment() => 1;""")]
    [InlineData("""[Function] public static int Dispose(int a) => a; [Function("x")] public static int Agnt5Stubs(int a) => a; [Function("y")] public static int TypeInfo(int a) => a;""")]
    [InlineData("""[Function] public static int SubmitAsync(int a) => a; [Function] public static int Stream(int a) => a; [Function("z")] public static int Async(int a) => a;""")]
    [InlineData("""[Function] public static IAsyncEnumerable<int> Count(int a) => null!; [Function] public static IAsyncEnumerable<int> StreamCount(int a) => null!; [Function] public static int StreamStreamCount(int a) => a;""")]
    [InlineData("""[Obsolete] [Function] public static int Going(int a) => a;""")]
    [InlineData("""[Experimental("SHOP001")] public sealed record New(int A); [Experimental("SHOP001")] [Function] public static New Try(New value) => value;""")]
    [InlineData("""[Function] [System.ComponentModel.Description("One\u2028two\u0085three\u2029four\nfive <b> & \" */")] public static int Told([System.ComponentModel.Description("a\u2028b")] int a) => a;""")]
    [InlineData("""[Function] public static int Signs(int \u0061bc, int ünï) => ünï;""")]
    [InlineData("""[Function] public static Task<Dictionary<string, object?>> Open(object? any, Dictionary<string, object> more) => null!;""")]
    [InlineData("""[Function] public static async ValueTask<int?> Slow(FunctionContext ctx, int? a = 5, long b = long.MinValue, double c = double.NaN, float d = -1.5f) => a;""")]
    public void Stubs_of_odd_components_compile(string components)
    {
        var odd = Records + "public static partial class Odd { " + components + " }";
        var library = new ProjectUnderTest("#pragma warning disable\n" + odd) { AssemblyName = "Shop", RootNamespace = "Shop", ReferencesClient = true, GeneratesDocumentation = true };
        var program = new ProjectUnderTest("System.Console.WriteLine(1);", "#pragma warning disable\n" + odd)
        {
            ReferencesClient = true, OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        };

        Assert.Contains("static class Agnt5Stubs", library.Generate().Files["Agnt5.Stubs.g.cs"], StringComparison.Ordinal);
        library.Build();
        program.Build();
    }
}
