using System.Collections;

namespace Agnt5.Shared;

/// <summary>The values of one field, in order.</summary>
/// <param name="field">The field.</param>
/// <param name="isAny">Whether the field is <c>*</c>.</param>
internal sealed class CronValues(CronField field, bool isAny) : IEnumerable<int>
{
    private readonly SortedSet<int> _values = [];

    public CronField Field { get; } = field;

    /// <summary>Whether the field does not restrict anything: it is <c>*</c>.</summary>
    public bool IsAny { get; } = isAny;

    public int Count => _values.Count;

    public int First => _values.Min;

    public int Last => _values.Max;

    /// <summary>The step, where the values are those of <c>*/step</c> and divide the field evenly; else <see langword="null"/>.</summary>
    public int? EvenStep
    {
        get
        {
            if (Count < 2 || Field.Count % Count != 0)
                return null;
            var step = Field.Count / Count;
            return step > 1 && this.All(value => (value - Field.First) % step == 0) ? step : null;
        }
    }

    /// <summary>Whether they are three or more in a row.</summary>
    public bool IsRow => Count > 2 && Last - First == Count - 1;

    public void Add(int value) => _values.Add(Field == CronField.Weekday ? value % 7 : value);

    public bool Contains(int value) => _values.Contains(value);

    public IEnumerator<int> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
