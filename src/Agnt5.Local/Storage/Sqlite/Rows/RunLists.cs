using System.Globalization;
using Agnt5.Local.Engine.Runs;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Rows;

/// <summary>Lists runs, newest first. Each phase is walked by its index, so that a few unfinished runs are found among a million that have ended.</summary>
internal static class RunLists
{
    public static IReadOnlyList<RunState> Read(SqliteConnection connection, RunFilter filter)
    {
        using var statement = new Statement(connection, Sql(filter));
        return statement.List(RunReader.Read, filter.ComponentName, filter.DeploymentId, (long)filter.Limit);
    }

    private static string Sql(RunFilter filter)
    {
        var matches = (filter.ComponentName is null ? "" : " AND component_name = $1") + (filter.DeploymentId is null ? "" : " AND deployment_id = $2");
        var numbers = filter.Phases is { } phases
            ? string.Join(" UNION ALL ", phases.Distinct().Select(phase => Newest(string.Create(CultureInfo.InvariantCulture, $"phase = {(int)phase}{matches}"))))
            : Newest("TRUE" + matches);
        return numbers.Length == 0
            ? RunReader.SelectRun + "WHERE FALSE"
            : $"{RunReader.SelectRun}WHERE r.number IN ({numbers}) ORDER BY r.number DESC LIMIT $3";
    }

    private static string Newest(string where) => $"SELECT number FROM (SELECT number FROM runs WHERE {where} ORDER BY number DESC LIMIT $3)";
}
