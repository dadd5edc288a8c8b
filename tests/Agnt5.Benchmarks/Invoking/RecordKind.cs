namespace Agnt5.Benchmarks.Invoking;

/// <summary>What the recorded steps of a run returned.</summary>
public enum RecordKind
{
    /// <summary>Records of two members.</summary>
    Records,

    Numbers,

    Texts,

    /// <summary>Records of 1 KB.</summary>
    LargeRecords,
}
