namespace Agnt5.Local.Storage;

/// <summary>Machines by the time at which they want to be told it, earliest first.</summary>
internal sealed class DueOrder : IComparer<DueMachine>
{
    public static DueOrder Instance { get; } = new();

    public int Compare(DueMachine x, DueMachine y)
    {
        if (x.AtMs != y.AtMs)
            return x.AtMs.CompareTo(y.AtMs);
        if (string.CompareOrdinal(x.RunId, y.RunId) is not 0 and var byRun)
            return byRun;
        if (x.Key is not { } left || y.Key is not { } right)
            return x.Key.HasValue.CompareTo(y.Key.HasValue);
        if (left.Kind != right.Kind)
            return left.Kind.CompareTo(right.Kind);
        return string.CompareOrdinal(left.Scope, right.Scope) is not 0 and var byScope ? byScope : string.CompareOrdinal(left.Value, right.Value);
    }
}
