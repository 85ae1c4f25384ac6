using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Tests.Generators;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Import;

/// <summary>Laws of the importer for files in which anything can be wrong.</summary>
public class ImportProperties
{
    private static readonly CrmImportOptions Options = Csv.Options with
    {
        DateFormat = DateFormat.Iso,
        NumberFormat = NumberFormat.CommaGroups,
        Currency = "USD",
        PriceList = PriceList.Of(PriceListItem.Of("Alpha", 10m)),
    };

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool EveryRowIsInExactlyOneOfReadAndRefused(MangledFile file)
    {
        using CrmRows rows = CrmImporter.ReadRows(file.ToStream(), Options);
        CrmRow[] all = [.. rows];
        CrmImport import = CrmImporter.Read(file.ToStream(), Options);

        return all.Select(row => row.Row).Distinct().Count() == import.RowCount
            && all.Zip(all.Skip(1)).All(pair => pair.First.Row < pair.Second.Row)
            && all.All(row => row.Opportunity is null != row.Refused is null)
            && all.Where(row => row.IsRead).Select(row => row.Opportunity!).SequenceEqual(import.Opportunities)
            && all.Where(row => !row.IsRead).Select(row => row.Refused!).SequenceEqual(import.Refused)
            && CrmImporter.Survey(file.ToStream(), Options).RowCount == import.RowCount;
    }

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool WithoutMultilineFieldsEveryLineIsARowOrBlank(MangledFile file)
    {
        CrmImport import = CrmImporter.Read(file.ToStream(), Options with { LineBreaksInFields = false });

        return import.RowCount + import.BlankLineCount == file.Lines.Count;
    }

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool EveryRefusalStatesAReason(MangledFile file) => CrmImporter.Read(file.ToStream(), Options).Refused.All(
        row => row.Faults.Count > 0
            && row.Faults.All(fault => fault.Message.EndsWith('.') && fault.Message.Length < 400));

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool IdsOfReadDealsAreDistinct(MangledFile file)
    {
        CrmImport import = CrmImporter.Read(file.ToStream(), Options);

        return import.Opportunities.Select(deal => deal.Id).Distinct(StringComparer.Ordinal).Count()
            == import.Opportunities.Count;
    }

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool ReadDealsAreInStagesOfTheProcess(MangledFile file) => CrmImporter.Read(file.ToStream(), Options)
        .Opportunities
        .All(deal => !deal.IsOpen || Csv.Process.FindStage(deal.Stage) is not null);

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 300)]
    public bool ACorruptedRowDoesNotChangeTheOthers(MangledFile file)
    {
        CrmImportOptions options = Options with { LineBreaksInFields = false };
        Opportunity clean = CrmImporter.Read(
            Csv.Of(MangledFiles.Header, "last,Discovery,1,2027-01-15,2027-09-30,Alpha"), options).Opportunities[0];
        string text = string.Join(
            "\n", [MangledFiles.Header, .. file.Lines, "last,Discovery,1,2027-01-15,2027-09-30,Alpha"]);

        return CrmImporter.Read(Csv.OfText(text), options).Opportunities[^1] == clean;
    }

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 200)]
    public bool CompressionChangesNothing(MangledFile file)
    {
        CrmImport plain = CrmImporter.Read(Csv.OfText(file.ToText()), Options);
        CrmImport zipped = CrmImporter.Read(Csv.Gzip(file.ToText()), Options);

        return plain.Opportunities == zipped.Opportunities
            && plain.Refused == zipped.Refused
            && plain.Notes == zipped.Notes;
    }

    [Property(Arbitrary = [typeof(MangledFiles)], MaxTest = 500)]
    public bool AFileIsReadOrTheErrorNamesTheMissingOption(MangledFile file)
    {
        try
        {
            return CrmImporter.Read(file.ToStream(), Csv.Options).RowCount >= 0;
        }
        catch (ImportException e)
        {
            return e.Problems.All(problem => problem.Option
                is ImportOption.DateFormat or ImportOption.NumberFormat or ImportOption.Currency);
        }
    }

    [Fact]
    public void GeneratedFilesHaveReadRowsAndMostRefusals()
    {
        CrmImport[] imports =
        [
            .. MangledFiles.Files().Generator.Sample(300, 30).Select(file =>
                CrmImporter.Read(file.ToStream(), Options with { LineBreaksInFields = false })),
        ];

        Assert.InRange(imports.Sum(import => import.Opportunities.Count), 500, 8_000);
        Assert.InRange(imports.SelectMany(import => import.Refused).SelectMany(
            row => row.Faults).Select(fault => fault.Reason).Distinct().Count(), 12, 18);
    }

    [Property(MaxTest = 500)]
    public bool AmountsAreReadBackInEveryFormat(int units, byte cents, byte which)
    {
        NumberFormat format = NumberFormat.Recognized[which % NumberFormat.Recognized.Count];
        decimal amount = Math.Abs((decimal)units) + (cents % 100 / 100m);
        string invariant = FormattableString.Invariant($"{amount:#,0.00}");
        string written = string.Concat(invariant.Select(c => c switch
        {
            ',' => format.GroupSeparator,
            '.' => format.DecimalSeparator,
            _ => c,
        }));

        return format.TryParse(written, out decimal read) && read == amount;
    }
}
