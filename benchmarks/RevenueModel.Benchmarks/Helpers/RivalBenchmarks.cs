using BenchmarkDotNet.Attributes;

namespace RevenueModel.Benchmarks;

/// <summary>A question that the library answers from columns, and the rivals LINQ, a loop and DuckDB from the same
/// data. Their answers are compared before they are measured.</summary>
/// <typeparam name="TCell">A row of an answer.</typeparam>
/// <typeparam name="TResult">The result of the library.</typeparam>
public abstract class RivalBenchmarks<TCell, TResult>
{
    private IDisposable? _database;

    [GlobalSetup]
    public void Setup()
    {
        _database = Load();
        TCell[] own = [.. Answers(Columns())];
        foreach (TCell[] rival in Rivals())
        {
            Expect.Same(Sorted(rival), own);
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _database?.Dispose();

    public abstract TCell[] Linq();

    public abstract TCell[] Loops();

    public abstract TCell[] DuckDb();

    public abstract TResult Columns();

    /// <summary>Creates the data and returns the database with them.</summary>
    protected abstract IDisposable Load();

    /// <summary>Returns a result of the library in the form of the rivals.</summary>
    protected abstract IEnumerable<TCell> Answers(TResult result);

    /// <summary>Returns the rows of a rival in the order of the library.</summary>
    protected virtual IEnumerable<TCell> Sorted(TCell[] cells) => cells;

    /// <summary>Returns all answers that have to equal that of <see cref="Columns"/>.</summary>
    protected virtual IEnumerable<TCell[]> Rivals() => [Linq(), Loops(), DuckDb()];
}
