namespace Agnt5.Shared;

/// <summary>Which way a type crosses the wire: inputs are read, outputs are written, step results are both.</summary>
[Flags]
internal enum JsonUse
{
    Read = 1,
    Write = 2,
    Both = Read | Write,
}
