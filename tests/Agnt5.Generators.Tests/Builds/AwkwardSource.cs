namespace Agnt5.Generators.Tests.Builds;

/// <summary>
/// Declarations that generated code has to name, call, construct and read. What the compiler says of the declarations themselves is switched off in this file, so every message of a
/// build is about generated code.
/// </summary>
internal static class AwkwardSource
{
    public const string Text = """
        #pragma warning disable
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;
        [assembly: CLSCompliant(true)]
        namespace My.App
        {
            [Experimental("EXP1")] public class Trial { public int A { get; set; } [Experimental("EXP2")] public int B { get; set; } }
            [Experimental("EXP1")] public static class Trials { [Experimental("EXP2"), Function("trial")] public static Trial Go(Trial t) { return t; } }
            [Obsolete("x", DiagnosticId = "OLD1")] public class Old { [Obsolete("y", DiagnosticId = "OLD2", UrlFormat="https://x/{0}")] public int A { get; set; } }
            public static class Olds { [Obsolete("m", DiagnosticId = "OLD1"), Function("old")] public static Old Go(Old old) { return old; } }
            [Obsolete("gone", true)] public class Gone { public int A { get; set; } }
            public class Holder { [Obsolete] public Gone G { get; set; } public int B { get; set; } }
            public static class Goners { [Function("gone")] public static Holder Go(Holder h) { return h; } }
            public class Limited { [Range(1, 5)] public int A { get; set; } [StringLength(4), RegularExpression("[a-z]+"), Required] public string S { get; set; } [AllowedValues(1, 2)] public int V { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement> More { get; set; } }
            public class Bare { [JsonExtensionData] public Dictionary<string, JsonElement> More { get; set; } }
            public enum Sign { Minus = -1, Zero, Plus }
            [Flags] public enum Bits : uint { A = 1, B = 2, Z = 0x80000000 }
            public static class Limits { [Function("limits")] public static Limited Go([Range(1, 3)] int n, Limited l, Sign s = Sign.Minus, Bits b = Bits.Z, uint u = uint.MaxValue, long x = long.MinValue, double d = -1.5, params int[] rest) { return l; }
               [Function("bare")] public static Bare Bare(Bare b) { return b; } }
            public class System { public int Value { get; set; } }
            public class Task { public int Value { get; set; } }
            public class Agnt5 { public int Value { get; set; } }
            public class Catalog { public int Value { get; set; } }
            public class JsonMetadata { public int Value { get; set; } }
            public class Agnt5ManifestDocument { public int Value { get; set; } }
            public class Obsolete { public int Value { get; set; } }
            public static class Named { [Function("named")] public static Task Go(System s, Task t, Agnt5 a, Catalog c, JsonMetadata m, Agnt5ManifestDocument d, Obsolete o) { return t; } }
            public sealed class _Under { public int _value { get; set; } public sbyte Small { get; set; } public ulong Big { get; set; } }
            public static class _Unders { [Function("under")] public static _Under Go(_Under u) { return u; } }
            public static partial class Desk { 
                /// <summary>Looks.</summary>
                [Tool] public static string Look(string id) { return id; }
                [Agent(Model = "m/x", Tools = new[] { "look" })] public static partial global::System.Threading.Tasks.Task<string> Ask(AgentContext ctx, string message);
                [Agent(Model = "m/x")] public static async global::System.Threading.Tasks.Task<Limited> Typed(AgentContext ctx, string message) { return await ctx.RunAsync<Limited>(message); } }
            public static class Flow { [Workflow, OnEvent("a.b", Filter = nameof(Is))] public static async global::System.Threading.Tasks.Task<int> Run(WorkflowContext ctx, Limited l) { var x = await ctx.StepAsync("a", () => new Dictionary<int, Sign>()); return x.Count; } public static bool Is(Limited l) { return true; }
              [Function("str")] public static async IAsyncEnumerable<(int A, string B)> Stream(int n) { await global::System.Threading.Tasks.Task.Yield(); yield return (n, ""); } }
            public record Rec(int A, string B = "x", Sign S = Sign.Plus) { public required int R { get; init; } public int G { get; private set; } [JsonInclude] internal int I { get; set; } }
            public readonly record struct Val(decimal D, DateTimeOffset At);
            [JsonDerivedType(typeof(Dog), "dog"), JsonDerivedType(typeof(Cat), 1)] public abstract class Pet { public string Name { get; set; } } public class Dog : Pet { } public class Cat : Pet { public List<Pet> Friends { get; set; } }
            public static class Recs { [Function("recs")] public static Rec Go(Rec r, Val v, Pet p, int? n, Dictionary<Guid, HashSet<Val>> m) { return r; } }
        }
        """;
}
