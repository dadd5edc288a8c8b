using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>An SQL statement that is compiled once and run often, on one thread at a time. Its parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private bool _isCompiled;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
    }

    /// <summary>Runs it.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it, and reads the number in the first column of its first row, or <see langword="null"/>.</summary>
    public long? FindNumber(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is long number ? number : null;
    }

    /// <summary>Runs it, and makes something of its first row, or <see langword="null"/> when there is none.</summary>
    public T? Find<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>Runs it, and makes something of each row.</summary>
    public List<T> List<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        List<T> rows = [];
        using var reader = _command.ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => _command.Dispose();

    /// <summary>Bytes of a column. Empty for NULL.</summary>
    public static byte[] Bytes(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<byte[]>(column);

    /// <summary>A number of a column, or <see langword="null"/>.</summary>
    public static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>Memory as a value: empty memory is NULL.</summary>
    public static object? Blob(ReadOnlyMemory<byte> bytes) =>
        bytes.IsEmpty ? null : MemoryMarshal.TryGetArray(bytes, out var part) && part.Array!.Length == part.Count ? part.Array : bytes.ToArray();

    private void Bind(ReadOnlySpan<object?> values)
    {
        var parameters = _command.Parameters;
        for (var index = 0; index < values.Length; index++)
        {
            if (index == parameters.Count)
                parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${index + 1}"), null));
            parameters[index].Value = values[index] ?? DBNull.Value;
        }

        // A command whose rows are not read to the end compiles itself each time, unless it is told to.
        if (!_isCompiled)
            _command.Prepare();
        _isCompiled = true;
    }
}
