using System.Collections;

namespace Agnt5.TypeCorpus.Types;

public sealed class Playlist : List<string>;

public sealed class Roster : List<Person>
{
    // Members of a collection are no part of its JSON.
    public string Title { get; set; } = "none";
}

public sealed class Scores : Dictionary<string, int>;

public sealed class ScoresByPriority : Dictionary<Priority, int>;

public class Bag<T> : ICollection<T>
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public void Add(T item) => _items.Add(item);

    public void Clear() => _items.Clear();

    public bool Contains(T item) => _items.Contains(item);

    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public bool Remove(T item) => _items.Remove(item);

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class BagOfPoints : Bag<Point>;

public sealed class Registry : IDictionary<string, Person>
{
    private readonly Dictionary<string, Person> _entries = [];

    public ICollection<string> Keys => _entries.Keys;

    public ICollection<Person> Values => _entries.Values;

    public int Count => _entries.Count;

    public bool IsReadOnly => false;

    public Person this[string key] { get => _entries[key]; set => _entries[key] = value; }

    public void Add(string key, Person value) => _entries.Add(key, value);

    public void Add(KeyValuePair<string, Person> item) => _entries.Add(item.Key, item.Value);

    public void Clear() => _entries.Clear();

    public bool Contains(KeyValuePair<string, Person> item) => _entries.Contains(item);

    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    public void CopyTo(KeyValuePair<string, Person>[] array, int arrayIndex) => ((IDictionary<string, Person>)_entries).CopyTo(array, arrayIndex);

    public bool Remove(string key) => _entries.Remove(key);

    public bool Remove(KeyValuePair<string, Person> item) => _entries.Remove(item.Key);

    public bool TryGetValue(string key, out Person value) => _entries.TryGetValue(key, out value!);

    public IEnumerator<KeyValuePair<string, Person>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record Custom(Playlist Playlist, Bag<int> Bag, Registry Registry, Scores? Scores = null);

public sealed class Filled
{
    public List<string> Names { get; } = ["given"];

    public Dictionary<string, int> Counts { get; } = new() { ["given"] = 1 };

    public HashSet<int> Numbers { get; } = [];

    public Playlist Playlist { get; } = [];

    public Queue<int> Queue { get; } = new();

    public Stack<int> Stack { get; } = new();

    public IList<Person> People { get; } = [];
}

public static class CustomCollectionComponents
{
    [Workflow] public static Task<Playlist> Playlist(WorkflowContext run, [Input] Playlist value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Roster> Roster(WorkflowContext run, [Input] Roster value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Scores> Scores(WorkflowContext run, [Input] Scores value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<ScoresByPriority> ScoresByPriority(WorkflowContext run, [Input] ScoresByPriority value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Bag<string>> BagOfText(WorkflowContext run, [Input] Bag<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<BagOfPoints> BagOfPoints(WorkflowContext run, [Input] BagOfPoints value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Registry> Registry(WorkflowContext run, [Input] Registry value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Custom> Custom(WorkflowContext run, [Input] Custom value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Filled> Filled(WorkflowContext run, [Input] Filled value) => run.StepAsync("value", () => value);
}
