using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>References to a store that misbehaves, and values that are not references (protocol section 7).</summary>
internal sealed class OddReferences(MisbehavingStore store) : IMutation
{
    public byte[] Apply(byte[] body, SeededRandom random)
    {
        if (random.OneIn(2))
            return JsonText.Put(body, [], "output_upload", random.OneIn(8) ? TypeSwaps.Odd(random) : Upload(random));

        body = JsonText.Put(body, [], "input_ref", random.OneIn(8) ? TypeSwaps.Odd(random) : Input(random));
        return random.OneIn(6) ? body : JsonText.Put(body, [], "input", "null");
    }

    private string Input(SeededRandom random)
    {
        var size = random.OneIn(3) ? random.Of("0", "1", "-1", "67108864", "67108865", "1e30", "1e999", "\"1\"", "null", "1.5", "2000000") : $"{store.Content.Length}";
        var hash = random.OneIn(5) ? random.Of("\"\"", "null", "7", $"\"{new string('0', 64)}\"", $"\"{new string('z', 64)}\"", BrokenText.Odd(random)) : $"\"{store.Sha256}\"";
        return Change($"\"url\":{Url(random)},\"size_bytes\":{size},\"sha256\":{hash}", "GET", random);
    }

    private string Upload(SeededRandom random)
    {
        var threshold = random.OneIn(4) ? random.Of("null", "\"0\"", "-1", "1e999", "0.5", "1000000", "5") : "0";
        var limit = random.OneIn(4) ? random.Of("0", "-1", "1", "\"1\"", "1e999", "null") : "1000000";
        var name = random.OneIn(5) ? random.Of("\"\"", "\" \"", "null", "7", BrokenText.Odd(random)) : "\"payloads/out.json\"";
        return Change($"\"url\":{Url(random)},\"ref\":{name},\"threshold_bytes\":{threshold},\"max_bytes\":{limit}", "PUT", random);
    }

    private static string Change(string members, string method, SeededRandom random)
    {
        if (random.OneIn(6))
            members += $",\"kind\":{random.Of("\"agnt5.object_store.signed_url.v1\"", "\"\"", "\"other\"", "null", "7", BrokenText.Odd(random))}";
        if (random.OneIn(6))
            members += $",\"method\":{random.Of($"\"{method}\"", $"\"{method.ToLowerInvariant()}\"", "\"POST\"", "\"\"", "1", "null")}";
        if (random.OneIn(3))
            members += $",\"expires_at_ms\":{random.Of("4102444800000", "1", "1", "0", "-1", "1.5", "1e999", "\"1\"", "null", "9223372036854775808")}";
        if (random.OneIn(6))
            members += $",\"content_type\":{random.Of("\"application/json\"", "\"text/plain\"", "7", "null", "\"\\r\\nX: y\"")}";
        return $"{{{members}}}";
    }

    private string Url(SeededRandom random) => random.OneIn(3)
        ? random.Of(
            "null", "7", "\"\"", "\"/x\"", "\"file:///etc/passwd\"", "\"ftp://x/\"", "\"http://\"",
            "\"http:///x\"", "\"http://user:pw@127.0.0.1/\"", "\"http://127.0.0.1:1/\"", "\"http://127.0.0.1:0/\"",
            "\"http://127.0.0.1:65535/\"", "\"http://127.0.0.1:99999/\"", "\"http://169.254.169.254/latest\"",
            "\"http://[::ffff:169.254.169.254]/\"", "\"http://[fe80::1%25lo]/\"", "\"http://0.0.0.0:1/\"",
            "\"http://255.255.255.255/\"", "\"http://224.0.0.1/\"", "\"http://xn--/\"", "\"http://xn--a/\"",
            "\"http://\u2603.invalid/\"", "\"http://\u00df..invalid/\"", $"\"http://{new string('a', 300)}.invalid/\"",
            $"\"http://127.0.0.1:1/{new string('a', 70_000)}\"", "\"http://127.0.0.1:1/\\u0000\\r\\nX: y\"",
            "\"http://127.1:1/\"", "\"http://2130706433:1/\"", "\"https://127.0.0.1:1/\"", "\"HTTP://127.0.0.1:1\"",
            "\"http://a b/\"", "\"http://%31%32%37.0.0.1:1/\"", BrokenText.Odd(random))
        : $"\"{store.Url(random.Of<string>(MisbehavingStore.Paths))}\"";
}
