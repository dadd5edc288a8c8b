using System.Text;
using Agnt5.TypeCorpus;

// One invoke body a line in, one response body a line out.
await using var endpoint = new CorpusEndpoint();
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
while (await input.ReadLineAsync() is { } body)
    await output.WriteLineAsync(Encoding.UTF8.GetString(await endpoint.InvokeAsync(Encoding.UTF8.GetBytes(body))));
