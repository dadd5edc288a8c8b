using System.Net.Http.Headers;
using System.Text;

namespace Agnt5.Shipping.Tests;

/// <summary>Sends the requests of an .http file one after the other, as an editor does: variables of the file, and those of the file .env beside it.</summary>
internal static class HttpFile
{
    /// <param name="path">The file.</param>
    /// <param name="addresses">Addresses of the file, and where the servers are in fact.</param>
    /// <returns>The bodies of the answers, each of which said that all is well.</returns>
    public static async Task<IReadOnlyList<string>> SendAsync(string path, params (string Written, string There)[] addresses)
    {
        var text = await File.ReadAllTextAsync(path);
        foreach (var (written, there) in addresses)
            text = text.Replace(written, there, StringComparison.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(path)!, ".env")))
            text = text.Replace($"{{{{$dotenv {line.Split('=')[0]}}}}}", line.Split('=', 2)[1], StringComparison.Ordinal);
        foreach (var line in text.Split('\n').Where(static line => line.StartsWith('@')))
            text = text.Replace($"{{{{{line[1..].Split(" = ")[0]}}}}}", line.Split(" = ")[1], StringComparison.Ordinal);

        using var client = new HttpClient();
        var answers = new List<string>();
        foreach (var part in text.Split("\n### ")[1..])
        {
            using var request = Read(part);
            using var response = await client.SendAsync(request);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{part}\n{response.StatusCode}: {answer}");
            answers.Add(answer);
        }

        return answers;
    }

    // A title, the request's line, headers, and behind an empty line the body.
    private static HttpRequestMessage Read(string part)
    {
        var lines = part.TrimEnd().Split('\n');
        var target = lines[1].Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(target[0]), target[1]);
        var headers = lines[2..].TakeWhile(static line => line.Length > 0).Select(static line => line.Split(": ", 2)).ToDictionary(static header => header[0], static header => header[1]);
        if (headers.Remove("Content-Type", out var type))
            request.Content = new StringContent(string.Join('\n', lines[2..].SkipWhile(static line => line.Length > 0)), Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return request;
    }
}
