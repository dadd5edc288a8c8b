using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>Spoils the head of an invoke: the signature's headers, others that must not matter, and the framing of the body.</summary>
internal static class HeaderChanges
{
    private static readonly string[] Signed = ["X-AGNT5-Signature-Version", "X-AGNT5-Timestamp", "X-AGNT5-Attempt-ID", "X-AGNT5-Signature"];

    public static void Apply(RawRequest request, SeededRandom random)
    {
        if (random.OneIn(3))
            request.Framing = random.Of(Framing.Chunked, Framing.Chunked, Framing.BrokenChunks, Framing.CutOff, Framing.HangUp);
        for (var i = random.Below(3); i > 0; i--)
            Change(request, random);
    }

    private static void Change(RawRequest request, SeededRandom random)
    {
        var name = random.Of<string>(Signed);
        switch (random.Below(7))
        {
            case 0:
                request.Headers.RemoveAll(header => header.Name == name);
                break;
            case 1:
                request.Headers.Add((name, random.Of("", "x", "sha256=00", "1")));
                break;
            case 2:
                Replace(request, name, value => random.Of(
                    "", "   ", value.ToUpperInvariant(), $"  {value}\t", value + "0", value[..(value.Length / 2)], new string('9', 40), "-1", "1e12", "+5", "0x10", "\u0661\u0662"), random);
                break;
            case 3:
                Replace(request, name, value => $"{value}{random.Of("\u00e9", "\u202e", "\u007f", "\u0001", new string('a', 6_000))}", random);
                request.MayBeRefusedByTheServer = true;
                break;
            case 4:
                request.Headers.Add(
                    (random.Of("X-AGNT5-Run-ID", "Traceparent", "Forwarded", "X-Forwarded-Host", "X-Forwarded-For", "Cookie", "Accept-Encoding"),
                    random.Of("", "x", "for=evil;host=evil", "a, b", new string('z', 3_000), "00-00-00-00", "gzip, br")));
                break;
            case 5:
                request.Headers.Add(("Content-Type", random.Of("text/plain", "", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "\"")));
                break;
            default:
                request.Headers.Add((random.Of("Expect", "Content-Encoding", "Range", "Upgrade", "Origin"), random.Of("100-continue", "gzip", "bytes=0-1", "h2c", "null")));
                break;
        }
    }

    private static void Replace(RawRequest request, string name, Func<string, string> change, SeededRandom random)
    {
        var position = request.Headers.FindIndex(header => header.Name == name);
        if (position >= 0)
            request.Headers[position] = (random.OneIn(2) ? name : name.ToLowerInvariant(), change(request.Headers[position].Value));
    }
}
