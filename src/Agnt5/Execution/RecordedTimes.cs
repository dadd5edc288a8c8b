using System.Text.Json;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>The times that the workflow was given (protocol section 6, <c>agnt5:now</c>): a replay is given the same ones, in call order.</summary>
internal sealed class RecordedTimes(Checkpoint checkpoint, TimeProvider time)
{
    private List<long>? _times;
    private int _given;
    private bool _isChanged;

    public DateTimeOffset Next()
    {
        _times ??= Read();
        if (_given == _times.Count)
        {
            _times.Add(time.GetUtcNow().ToUnixTimeMilliseconds());
            _isChanged = true;
        }

        return UnixTime.ToDateTimeOffset(_times[_given++]);
    }

    public void Seal()
    {
        if (!_isChanged)
            return;

        checkpoint.Record(DurableKey.Now, JsonBytes.Write(_times!, static (writer, times) =>
        {
            writer.WriteStartArray();
            foreach (var time in times)
                writer.WriteNumberValue(time);
            writer.WriteEndArray();
        }));
    }

    private List<long> Read() => checkpoint.TryGetReserved(DurableKey.Now, out var json)
        ? RecordedValues.Read(DurableKey.Now, json, "a list of integers", static root => root.EnumerateArray().Select(static time => time.GetInt64()).ToList())
        : [];
}
