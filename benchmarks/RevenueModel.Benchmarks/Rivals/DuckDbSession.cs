using System.Globalization;
using DuckDB.NET.Data;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>An in-memory database of DuckDB, an analytical database in the same process. It uses one thread, as the
/// library does.</summary>
internal sealed class DuckDbSession : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDbSession()
    {
        _connection.Open();
        Execute("SET threads = 1");
    }

    /// <summary>Creates a table and appends rows to it.</summary>
    /// <param name="table">The name of the table.</param>
    /// <param name="columns">Its columns as SQL.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="append">Appends the values of a row.</param>
    public void Load<T>(string table, string columns, IEnumerable<T> rows, Action<IDuckDBAppenderRow, T> append)
    {
        Execute($"CREATE TABLE {table} ({columns})");
        using DuckDBAppender appender = _connection.CreateAppender(table);
        foreach (T row in rows)
        {
            IDuckDBAppenderRow created = appender.CreateRow();
            append(created, row);
            created.EndRow();
        }
    }

    /// <summary>Returns the rows of a query.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="row">Reads a row.</param>
    public T[] Read<T>(string sql, Func<DuckDBDataReader, T> row)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return [.. rows];
    }

    public static long Whole(DuckDBDataReader reader, int column) =>
        Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public static int Number(DuckDBDataReader reader, int column) => checked((int)Whole(reader, column));

    public static decimal Money(DuckDBDataReader reader, int column) =>
        Convert.ToDecimal(reader.GetValue(column), CultureInfo.InvariantCulture);

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
