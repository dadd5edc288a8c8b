using System.Text;
using System.Text.Json;
using Agnt5.Types.Tests;
using Agnt5.Types.Tests.Values;

namespace Agnt5.Shipping.Tests;

/// <summary>Every type of the corpus in a native binary, where there is no reflection to fall back on.</summary>
public sealed class NativeTypeTests
{
    private const int SeedsPerType = 10;

    private static readonly string Corpus = Repository.PathOf("tests", "Agnt5.TypeCorpus");

    [Fact]
    public async Task The_native_binary_publishes_without_a_warning_and_reads_and_writes_every_type_as_reflection_does()
    {
        var binary = await Shipment.NativeAppAsync(Corpus);
        var cases = CorpusType.All.Values.SelectMany(static type => Enumerable.Range(0, SeedsPerType).Select(seed => new Case(type, seed))).ToArray();

        var answers = await Command.ConverseAsync(Path.GetDirectoryName(binary)!, binary, [.. cases.Select(static one => one.Request)]);

        Assert.Equal(cases.Length, answers.Count);
        var wrong = cases.Zip(answers).Select(static pair => pair.First.FindProblem(pair.Second)).OfType<string>().ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} of {cases.Length} answers are wrong:\n{string.Join('\n', wrong.Take(20))}");
    }

    private sealed class Case
    {
        private readonly CorpusType _type;
        private readonly int _seed;
        private readonly byte[] _expected;

        public Case(CorpusType type, int seed)
        {
            (_type, _seed) = (type, seed);
            var input = JsonSerializer.SerializeToUtf8Bytes(new SeededValues(seed).Create(type.Parameter), type.Generated);
            _expected = ValueDifferences.Reasons.ContainsKey(type.Name)
                ? JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(input, type.Generated), type.Generated)
                : JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(input, type.Type, type.Reflection), type.Type, type.Reflection);
            Request = Encoding.UTF8.GetString(CorpusClient.Body(type.Name, Encoding.UTF8.GetString(input)));
        }

        public string Request { get; }

        public string? FindProblem(string text)
        {
            var answer = new CorpusAnswer(Encoding.UTF8.GetBytes(text));
            if (!answer.IsCompleted)
                return $"{_type}, seed {_seed}: {text}";
            if (UnorderedValues.Names.Contains(_type.Name))
                return SameValue.FindDifference(JsonSerializer.Deserialize(_expected, _type.Generated), JsonSerializer.Deserialize(answer.Output, _type.Generated)) is { } difference
                    ? $"{_type}, seed {_seed}: {difference}"
                    : null;
            return answer.Output == Encoding.UTF8.GetString(_expected) ? null : $"{_type}, seed {_seed}: expected {Encoding.UTF8.GetString(_expected)}\n got {answer.Output}";
        }
    }
}
