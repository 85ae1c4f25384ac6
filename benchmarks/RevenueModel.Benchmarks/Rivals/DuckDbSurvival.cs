using System.Globalization;
using DuckDB.NET.Data;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Counts of survival by day as SQL in DuckDB, an analytical database in the same process.</summary>
/// <remarks>The table is loaded before. The database uses one thread, as the library does.</remarks>
internal sealed class DuckDbSurvival : IDisposable
{
    private const string Days =
        """
        SELECT COALESCE(e.time, s.entry), COALESCE(e.first, 0)::BIGINT, COALESCE(e.second, 0)::BIGINT,
            COALESCE(e.total, 0)::BIGINT, COALESCE(s.entered, 0)::BIGINT
        FROM (SELECT time, SUM(weight) FILTER (cause = 1) AS first, SUM(weight) FILTER (cause = 2) AS second,
                SUM(weight) AS total FROM subjects GROUP BY time) e
        FULL JOIN (SELECT entry, SUM(weight) AS entered FROM subjects GROUP BY entry) s ON s.entry = e.time
        ORDER BY 1
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    private DuckDbSurvival()
    {
        _connection.Open();
        Execute("SET threads = 1");
    }

    public static DuckDbSurvival Load(SurvivalRows rows)
    {
        var database = new DuckDbSurvival();
        database.Execute("CREATE TABLE subjects (time INTEGER, cause INTEGER, entry INTEGER, weight BIGINT)");
        using DuckDBAppender appender = database._connection.CreateAppender("subjects");
        foreach (SurvivalRows.Row row in rows.Rows)
        {
            appender.CreateRow().AppendValue(row.Time).AppendValue(row.Cause).AppendValue(row.Entry)
                .AppendValue(row.Weight).EndRow();
        }

        return database;
    }

    public double[] Incidence()
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = Days;
        using DuckDBDataReader reader = command.ExecuteReader();
        var days = new List<SurvivalDay>();
        while (reader.Read())
        {
            days.Add(new SurvivalDay
            {
                Time = (int)Whole(reader, 0),
                First = Whole(reader, 1),
                Second = Whole(reader, 2),
                All = Whole(reader, 3),
                Entered = Whole(reader, 4),
            });
        }

        return SurvivalDay.Walk(days);
    }

    public void Dispose() => _connection.Dispose();

    private static long Whole(DuckDBDataReader reader, int column) =>
        Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    private void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
