using System.Text;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Tests.Deployments;

/// <summary>Bytes that no endpoint of good faith answers. The import says so, and never throws.</summary>
public sealed class HostileManifestTests
{
    [Theory]
    [InlineData("", "is empty: the endpoint must answer GET /.well-known/agnt5 with its manifest")]
    [InlineData("\uFEFF{}", "begins with a byte order mark: JSON on the wire has none")]
    [InlineData("<!doctype html>", "is not JSON (line 1, byte 1)")]
    [InlineData("{\"a\":1", "is not JSON (line 1, byte 7)")]
    [InlineData("{}{}", "is not JSON (line 1, byte 3)")]
    [InlineData("{\"name\":\"\\ud800\"}", "has half of a surrogate pair, which JSON cannot hold: cut texts between their runes, with StringInfo or string.EnumerateRunes() (byte 8)")]
    [InlineData("{\"\\udc00\":1}", "has half of a surrogate pair, which JSON cannot hold: cut texts between their runes, with StringInfo or string.EnumerateRunes() (byte 1)")]
    public void What_is_not_JSON_is_said_to_be_none(string manifest, string problem) =>
        Assert.Equal(new ManifestProblem("$", problem), Assert.Single(Manifests.Read(manifest).Problems));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Equal(new ManifestProblem("$", "is not UTF-8"), Assert.Single(ManifestImport.Read(new byte[] { 0x22, 0xff, 0x22 }).Problems));

    [Fact]
    public void A_manifest_that_nests_without_end_is_refused()
    {
        var problem = Assert.Single(Manifests.Read(new string('[', 1_000_000)).Problems);

        Assert.Equal("nests deeper than 256 levels", problem.Text);
    }

    [Fact]
    public void No_bytes_make_the_import_throw()
    {
        var good = Encoding.UTF8.GetBytes(Manifests.Of(Manifests.Workflow("ship_order", """
            "metadata":{"cron":"0 3 * * *"},"triggers":[{"trigger_type":"event","event_name":"a"}],"max_concurrency":1,
            "flow_control":{"retries":{"max_attempts":2,"multiplier":2.5},"concurrency":{"limit":1,"key":"\u00e9"},"priority":{"level":"normal"}}
            """)));
        string[] values = ["null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "[]", "{}", "[{}]", "\"x\"", "9223372036854775808"];
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var changed = random.Next(2) == 0 ? Flip(random, good) : Replace(random, Encoding.UTF8.GetString(good), values);

            var reading = ManifestImport.Read(changed);

            Assert.True(reading.Manifest is null == reading.Problems.Count > 0, $"Seed {seed}: neither a manifest nor a problem.");
            Assert.All(reading.Problems, static problem => Assert.StartsWith("$", problem.Path, StringComparison.Ordinal));
        }
    }

    private static byte[] Flip(Random random, byte[] good)
    {
        byte[] changed = [.. good];
        for (var i = random.Next(1, 4); i > 0; i--)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed[..random.Next(random.Next(4) == 0 ? 0 : changed.Length, changed.Length + 1)];
    }

    // Another value behind one of the colons: often JSON of the wrong kind.
    private static byte[] Replace(Random random, string good, string[] values)
    {
        var colons = good.Index().Where(static character => character.Item == ':').Select(static character => character.Index).ToArray();
        var at = colons[random.Next(colons.Length)] + 1;
        var end = good.IndexOfAny([',', '}', ']'], at);
        return Encoding.UTF8.GetBytes(good[..at] + values[random.Next(values.Length)] + good[end..]);
    }
}
