using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// Reads the flow of a unit in the order in which it runs. A call repeats a key if each way to it leads through an earlier call with that key, and no exit is between the two.
/// </summary>
internal sealed class KeySequence
{
    // A helper makes few durable calls. What a caller could learn of more would cost each of its callers.
    private const int MostCertain = 16;

    private readonly IMethodSymbol _function;
    private readonly RepeatedKeys _helpers;
    private readonly Dictionary<string, Known> _used = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<RepeatedKey> _repeated = [];
    private List<KeyUse>? _certain;
    private int _barrier;
    private int _age;
    private bool _isDead;
    private bool _isWhole = true;

    private KeySequence(IMethodSymbol function, RepeatedKeys helpers) => (_function, _helpers) = (function, helpers);

    public static UnitKeys Read(IMethodSymbol function, FlowNode flow, RepeatedKeys helpers)
    {
        var sequence = new KeySequence(function, helpers);
        sequence.ReadParts(flow);
        if (!sequence._isDead)
            sequence.Return();
        return new(sequence._certain ?? [], sequence._repeated) { IsWhole = sequence._isWhole };
    }

    private void ReadParts(FlowNode node)
    {
        foreach (var part in node.Parts)
            Read(part);
    }

    private void Read(FlowNode node)
    {
        switch (node.Kind)
        {
            case FlowKind.Use when node.Call!.Use is { } use:
                Add(use, isSameCall: false, again: null);
                break;
            case FlowKind.Call:
                ReadHelper(node.Call!);
                break;
            case FlowKind.Return:
                Return();
                _isDead = true;
                break;
            case FlowKind.Jump:
                _isDead = true;
                break;
            case FlowKind.Race:
                ForgetUnsettled();
                break;
            case FlowKind.Choice or FlowKind.Loop or FlowKind.Guarded:
                ReadArms(node);
                break;
        }
    }

    private void ReadArms(FlowNode node)
    {
        var start = _order.Count;
        var barrier = _barrier;
        var wasDead = _isDead;
        List<(string Key, Known Known)>? common = node.IsExhaustive ? null : [];
        var (isFirst, isJoined, isAlive) = (true, false, !node.IsExhaustive);
        foreach (var part in node.Parts)
        {
            if (part.Kind is not (FlowKind.Arm or FlowKind.Catch))
            {
                // What stands before the arms, or the finally after them.
                if (!isFirst && !isJoined)
                    Join();
                Read(part);
                if (isFirst)
                    start = _order.Count;
                continue;
            }

            if (part.Kind == FlowKind.Catch)
                ForgetUnsettled();
            isFirst = false;
            if (node.Kind == FlowKind.Loop)
                _barrier = ++_age;
            _isDead = false;
            ReadParts(part);
            var added = _order.Skip(start).Where(_used.ContainsKey).Select(key => (key, _used[key])).ToList();
            if (!_isDead)
            {
                common = common is null ? added : [.. common.Where(known => added.Any(other => other.key == known.Key))];
                isAlive = true;
            }

            Undo();
        }

        if (!isJoined)
            Join();

        void Undo()
        {
            foreach (var key in _order.Skip(start))
                _used.Remove(key);
            _order.RemoveRange(start, _order.Count - start);
            _barrier = barrier;
        }

        void Join()
        {
            isJoined = true;
            if (node.Kind == FlowKind.Guarded)
                ForgetUnsettled();
            _isDead = wasDead || (!isAlive && node.IsExhaustive);
            foreach (var (key, known) in common ?? [])
                if (!_used.ContainsKey(key))
                {
                    _used.Add(key, known);
                    _order.Add(key);
                }

            if (node.IsLeft)
                _barrier = ++_age;
        }
    }

    private void ReadHelper(NotedCall call)
    {
        if (call.Target is not { } target)
            return;
        if (_helpers.Find(target) is not { } helper)
        {
            _isWhole = false;
            return;
        }

        var keys = _helpers.Of(helper);
        _isWhole &= keys.IsWhole;
        var made = new List<(KeyUse Use, bool IsMoved)>();
        foreach (var certain in keys.Certain)
            if (certain.Text.With(call.Argument) is { } text)
            {
                // The argument that makes the key is what has to change.
                var place = certain.Text.Parts.Where(static part => part.Parameter is not null).Select(part => call.Place(part.Parameter!.Value)).FirstOrDefault(static place => place is not null);
                var use = certain with { Text = text, IsAwaited = certain.IsAwaited && call.IsAwaited };
                made.Add(place is not null
                    ? (use with { Location = place, Path = null, Name = text.Parts.Any(static part => part.IsValue) ? certain.Name : text.Identity.Split('\n')[1] }, true)
                    : (use with { Path = new(helper, certain.Path) }, false));
            }

        foreach (var (use, isMoved) in made)
            Add(use, isSameCall: !isMoved && _used.TryGetValue(use.Text.Identity, out var known) && known.Use.Location == use.Location, isMoved ? null : call.Location);
    }

    private void Add(KeyUse use, bool isSameCall, Location? again)
    {
        var key = use.Text.Identity;
        if (!_used.TryGetValue(key, out var known))
        {
            _used.Add(key, new(use, _age));
            _order.Add(key);
        }
        else if (known.Age >= _barrier)
            _repeated.Add(new(use, isSameCall, again));
    }

    // A call whose failure may have been caught frees its key.
    private void ForgetUnsettled()
    {
        foreach (var key in _order)
            if (_used.TryGetValue(key, out var known) && !known.Use.IsAwaited)
                _used.Remove(key);
    }

    private void Return() =>
        _certain = _certain is null
            ? [.. _order.Where(_used.ContainsKey).Select(key => _used[key].Use).Where(use => !use.Text.IsOwn(_function)).Take(MostCertain)]
            : [.. _certain.Where(use => _used.ContainsKey(use.Text.Identity))];

    private readonly record struct Known(KeyUse Use, int Age);
}
