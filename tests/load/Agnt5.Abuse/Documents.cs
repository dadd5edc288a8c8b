using System.Globalization;

namespace Agnt5.Abuse;

/// <summary>Inputs that once cost far more than others of their size.</summary>
internal static class Documents
{
    /// <summary>Every input by name, as the body of an invoke.</summary>
    public static IEnumerable<(string Name, byte[] Body)> All()
    {
        yield return ("hello, for comparison", SignedInvoke.Body("workflow", "hello", """{"name":"Ada"}"""));
        yield return ("steps at once, 20,000", SignedInvoke.Body("workflow", "fan_out", $"{{\"ids\":[{List(20_000, static i => $"\"{i}\"")}]}}"));
        foreach (var (depth, size) in ((int, int)[])[(4_000, 8_000), (4_000, 200_000), (250, 8_000), (250, 200_000), (250, 7_000_000)])
        {
            var deep = Deep(depth, size);
            var shape = $"{depth:#,0} deep, {size / 1000:#,0} KB";
            yield return ($"any value, {shape}", SignedInvoke.Body("function", "read_anything", deep));
            yield return ($"unknown member, refused, {shape}", SignedInvoke.Body("function", "read_person", $$"""{"name":1,"age":1,"other":{{deep}}}"""));
            yield return ($"agent's unknown member, {shape}", SignedInvoke.Body("agent", "helper", $$"""{"message":"hi","other":{{deep}}}"""));
            yield return ($"agent_sessions, {shape}", SignedInvoke.Body("agent", "helper", "\"hi\"", $",\"checkpoint\":{{\"agent_sessions\":{{\"other\":{{\"messages\":[{deep}]}}}}}}"));
        }

        yield return ("colliding numbers, 40,000", SignedInvoke.Body("function", "count_numbers", $"[{List(40_000, static i => $"{((long)i << 32) | (uint)i}")}]"));
        yield return ("colliding GUIDs, 40,000", SignedInvoke.Body("function", "count_owners", $"{{{List(40_000, static i => $"\"{Colliding(i)}\":1")}}}"));
        yield return ("pattern that looks ahead, 25 texts", SignedInvoke.Body("function", "count_matches", $"[{List(25, static _ => $"{{\"text\":\"{new string('a', 28)}!\"}}")}]"));
        yield return ("a number of 1,000,000 digits", SignedInvoke.Body("function", "is_even", new string('7', 1_000_000)));
    }

    /// <summary>Arrays in arrays down to a depth, side by side until the size is reached.</summary>
    private static string Deep(int depth, int size) => $"[{List(Math.Max(1, size / (2 * depth)), _ => $"{new string('[', depth - 1)}{new string(']', depth - 1)}")}]";

    // The parts of a GUID are combined with an exclusive or, so two equal parts leave nothing.
    private static string Colliding(int i) => $"{i:x8}-{i & 0xffff:x4}-{i >> 16:x4}-0000-000000000000";

    private static string List(int count, Func<int, string> element) => string.Join(',', Enumerable.Range(0, count).Select(element));
}
