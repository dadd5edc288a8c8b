using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Storage.Sqlite.Saved;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Writes runs and their journals, in a transaction that is open.</summary>
internal sealed class RunWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _last = new(connection, "SELECT MAX(number) FROM runs");
    private readonly Statement _insert = new(
        connection,
        "INSERT INTO runs (number, id, component_name, deployment_id, phase, wake_at_ms, ended_at_ms, state, checkpoint) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    private readonly Statement _start = new(connection, "INSERT INTO starts (run, spec, input) VALUES ($1, $2, $3)");
    private readonly Statement _update = new(
        connection, "UPDATE runs SET phase = $2, wake_at_ms = $3, ended_at_ms = $4, state = $5, checkpoint = $6 WHERE id = $1 RETURNING number");
    private readonly Statement _output = new(connection, "INSERT INTO outputs (run, output) VALUES ($1, $2) ON CONFLICT DO UPDATE SET output = excluded.output");
    private readonly Statement _journal = new(connection, "INSERT INTO journal (run, first, last, entries) VALUES ($1, $2, $3, $4)");
    private readonly Dictionary<string, List<JournalEntry>> _entries = [];

    public void Write(StoreChanges changes)
    {
        _entries.Clear();
        foreach (var (runId, entry) in changes.Journal)
        {
            if (!_entries.TryGetValue(runId, out var entries))
                _entries.Add(runId, entries = []);
            entries.Add(entry);
        }

        long? last = null;
        foreach (var (runId, run) in changes.Runs)
        {
            if (Update(runId, run, isNew: changes.Inputs.ContainsKey(runId)) is not { } number)
            {
                last ??= _last.FindNumber() ?? 0;
                Insert(number = (++last).Value, run, changes.Inputs.GetValueOrDefault(runId));
            }

            if (run.Outcome is { Output.IsEmpty: false } outcome)
                _output.Run(number, Statement.Blob(outcome.Output));
            if (_entries.TryGetValue(runId, out var entries))
                _journal.Run(number, entries[0].Sequence, entries[^1].Sequence, JsonSerializer.SerializeToUtf8Bytes(entries, StoredJson.Default.ListJournalEntry));
        }
    }

    public void Dispose()
    {
        _last.Dispose();
        _insert.Dispose();
        _start.Dispose();
        _update.Dispose();
        _output.Dispose();
        _journal.Dispose();
    }

    private long? Update(string runId, RunState run, bool isNew) =>
        isNew ? null : _update.FindNumber(runId, (long)run.Phase, run.WakeAtMs, run.EndedAtMs, Saved(run), Statement.Blob(run.Checkpoint));

    private void Insert(long number, RunState run, ReadOnlyMemory<byte> input)
    {
        var spec = run.Spec;
        _insert.Run(number, spec.RunId, spec.ComponentName, spec.DeploymentId, (long)run.Phase, run.WakeAtMs, run.EndedAtMs, Saved(run), Statement.Blob(run.Checkpoint));
        _start.Run(number, JsonSerializer.SerializeToUtf8Bytes(spec, StoredJson.Default.RunSpec), Statement.Blob(input));
    }

    private static byte[] Saved(RunState run) => JsonSerializer.SerializeToUtf8Bytes(SavedRun.Of(run), StoredJson.Default.SavedRun);
}
