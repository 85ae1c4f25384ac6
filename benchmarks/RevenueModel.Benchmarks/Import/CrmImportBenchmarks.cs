using BenchmarkDotNet.Attributes;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks.Import;

/// <summary>Reads a CRM export of 16 columns: whole, row by row, and surveyed first, against a reader written by hand
/// for this one file on the same parser.</summary>
public class CrmImportBenchmarks
{
    private static readonly CrmImportOptions Options = new() { Process = StandardProcesses.Salesforce };

    /// <summary>The number of deals that are compared with each figure.</summary>
    private const int MaxCompared = 100_000;

    private byte[] _file = [];

    /// <summary>Gets or sets the number of rows.</summary>
    [Params(100_000, 300_000, 1_000_000, 3_000_000)]
    public int Rows { get; set; }

    /// <summary>Creates the file and checks that both readers read the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _file = ExportBook.Create(Rows);
        List<ImportedDeal> rival = HandWrittenImport.Read(new MemoryStream(_file));
        CrmImport own = CrmImporter.Read(new MemoryStream(_file), Options);
        Expect.Equal(0, own.Refused.Count);
        Expect.Equal(rival.Sum(deal => deal.Amount), own.Opportunities.Sum(deal => deal.Amount));
        Expect.Same(
            rival.Take(MaxCompared).Select(Text), own.Opportunities.Take(MaxCompared).Select(Text));
    }

    /// <summary>Reads with the reader written by hand.</summary>
    /// <returns>The number of deals.</returns>
    [Benchmark(Baseline = true)]
    public int HandWritten() => HandWrittenImport.Read(new MemoryStream(_file)).Count;

    /// <summary>Reads the whole file.</summary>
    /// <returns>The number of deals.</returns>
    [Benchmark]
    public int Read() => CrmImporter.Read(new MemoryStream(_file), Options).Opportunities.Count;

    /// <summary>Reads the rows one after another, without keeping them.</summary>
    /// <returns>The number of deals.</returns>
    [Benchmark]
    public int ReadRows()
    {
        using CrmRows rows = CrmImporter.ReadRows(new MemoryStream(_file), Options);
        int read = 0;
        foreach (CrmRow row in rows)
        {
            read += row.IsRead ? 1 : 0;
        }

        return read;
    }

    /// <summary>Surveys the file and reads it, from one stream.</summary>
    /// <returns>The number of deals.</returns>
    [Benchmark]
    public int SurveyAndRead()
    {
        using ImportFile file = ImportFile.Open(new MemoryStream(_file));
        _ = CrmImporter.Survey(file, Options);
        return CrmImporter.Read(file, Options).Opportunities.Count;
    }

    private static string Text(ImportedDeal deal) => FormattableString.Invariant(
        $"{deal.Id} {deal.Account} {deal.Segment} {deal.Product} {deal.Stage} {deal.Outcome} {deal.Amount}")
            + FormattableString.Invariant($" {deal.Created} {deal.StageEntered} {deal.ExpectedClose} {deal.Closed}")
            + FormattableString.Invariant($" {deal.Motion} {deal.Category} {deal.IsCompetitive} ")
            + string.Join(';', deal.Partners);

    private static string Text(Opportunity deal) => FormattableString.Invariant(
        $"{deal.Id} {deal.Account} {deal.Segment} {deal.Product} {deal.Stage} {deal.Outcome} {deal.Amount}")
            + FormattableString.Invariant($" {deal.Created} {deal.StageEntered} {deal.ExpectedClose} {deal.Closed}")
            + FormattableString.Invariant($" {deal.Motion} {deal.ForecastCategory} {deal.IsCompetitive} ")
            + string.Join(';', deal.Partners);
}
