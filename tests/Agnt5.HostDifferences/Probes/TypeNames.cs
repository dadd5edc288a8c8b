using System.Reflection;
using System.Runtime.CompilerServices;

namespace Agnt5.HostDifferences.Probes;

/// <summary>Names of types, methods and assemblies.</summary>
internal static class TypeNames
{
    private sealed class Inner<T>;

    public static void Add(Report report)
    {
        report.Add("typeof name", () => typeof(List<int>).Name);
        report.Add("typeof full name of a class", () => typeof(TypeNames).FullName);
        report.Add("typeof full name of an inner class", () => typeof(Inner<int>).ToString());
        report.Add("typeof full name of a generic", () => typeof(Dictionary<string, List<int>>).FullName);
        report.Add("typeof as text", () => typeof(Dictionary<string, List<int>>).ToString());
        report.Add("typeof qualified name", () => typeof(int).AssemblyQualifiedName);
        report.Add("name of a tuple", () => typeof((int, string)).ToString());
        report.Add("name of an array", () => typeof(int[,][]).FullName);
        report.Add("name of a delegate's method", () => ((Func<int>)(static () => 5)).Method.Name);
        report.Add("name of an anonymous type", () => new { A = 1 }.GetType().Name);
        report.Add("anonymous type as text", () => new { A = 1, B = "x" }.ToString());
        report.Add("record as text", () => new Order("o-1", 2.50m, [1, 2], null).ToString());
        report.Add("tuple as text", () => (1, "x", 2.5).ToString());
        report.Add("list as text", () => new List<int>().ToString());
        report.Add("pair as text", () => KeyValuePair.Create("a", 1).ToString());
        report.Add("assembly", () => typeof(TypeNames).Assembly.GetName().Name);
        report.Add("assembly has a location", () => typeof(TypeNames).Assembly.Location.Length > 0);
        report.Add("entry assembly", () => Assembly.GetEntryAssembly()?.GetName().Name);
        report.Add("name of the caller", () => Caller());
        report.Add("type by its name", () => Type.GetType("System.Int32")?.Name);
        report.Add("type of a collection expression", () => ((IReadOnlyList<int>)[1, 2]).GetType().Name);
        report.Add("type of an iterator", () => Enumerable.Range(0, 3).Where(static number => number > 1).GetType().Name);
        report.Add("type of Task.FromResult", () => Task.FromResult(1).GetType().Name);
        report.Add("type of an async method's task", () => Wait().GetType().Name.Split('`')[0]);
        report.Add("type of the default comparer", () => EqualityComparer<int>.Default.GetType().Name);
        report.Add("literal is interned", () => ReferenceEquals("abc", string.Intern(new string("abc"))));
        report.Add("empty arrays are one", () => ReferenceEquals(Array.Empty<int>(), Array.Empty<int>()));
    }

    private static string Caller([CallerMemberName] string name = "") => name;

    private static async Task<int> Wait()
    {
        await Task.Yield();
        return 1;
    }

    private sealed record Order(string Id, decimal Total, int[] Parts, string? Note);
}
