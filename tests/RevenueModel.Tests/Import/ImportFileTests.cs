using System.Text;
using NodaTime;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

/// <summary>The kind of a file, its header and its columns, and reading it twice from one stream.</summary>
public class ImportFileTests
{
    private const string Text = "id,stage,amount\n1,Won,5\n2,Lost,6\n";

    [Fact]
    public void AFileIsSurveyedAndReadFromOneStream()
    {
        using var stream = new GeneratedStream(
            "id,stage\n", 20_000, row => $"D{row},{(row % 2 == 0 ? "Talking" : "Won")}\n");
        using ImportFile file = ImportFile.Open(stream);

        CrmSurvey survey = CrmImporter.Survey(file);
        long read = stream.BytesRead;
        var process = SalesProcess.Of(
            [.. survey.Stages.Where(stage => stage.IsUnknown).Select(stage =>
                new PipelineStage { Name = stage.Value, WinProbability = 0.5m })]);
        CrmImport import = CrmImporter.Read(file, new CrmImportOptions { Process = process });

        Assert.Equal(20_000, survey.RowCount);
        Assert.Equal(20_000, import.Opportunities.Count);
        Assert.Equal(read, stream.BytesRead);
        Assert.Equal(import, CrmImporter.Read(file, new CrmImportOptions { Process = process }));
    }

    [Fact]
    public void AGzippedFileIsReadTwiceFromOneStream()
    {
        using Stream stream = Csv.Gzip(Text);
        using ImportFile file = ImportFile.Open(stream);

        Assert.True(file.IsCompressed);
        Assert.Equal(CrmImporter.Read(file), CrmImporter.Read(file));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 xl/workbook.xml", "an Excel workbook (.xlsx)")]
    [InlineData("PK\u0003\u0004 readme.txt", "a zip archive")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("<html><table>", "a web page or XML")]
    [InlineData("  <!DOCTYPE html>", "a web page or XML")]
    [InlineData("{\"id\": 1}", "JSON")]
    [InlineData("[{\"id\": 1}]", "JSON")]
    public void FilesThatAreNotCsvAreNamed(string text, string kind) => Assert.Contains(
        kind,
        Assert.Throws<ImportException>(() => CrmImporter.Read(Csv.OfText(text))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void AnOldWorkbookIsNamed() => Assert.Contains(
        "an old Excel workbook (.xls)",
        Assert.Throws<ImportException>(() => CrmImporter.Read(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 1]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Utf16WithoutAByteOrderMarkIsDetected() => Assert.All(
        new[] { Encoding.Unicode, Encoding.BigEndianUnicode },
        encoding =>
        {
            CrmImport import = CrmImporter.Read(new MemoryStream(encoding.GetBytes(Text)));

            Assert.Equal(2, import.Opportunities.Count);
            Assert.Equal(encoding.WebName, import.Layout.Encoding, StringComparer.OrdinalIgnoreCase);
        });

    [Fact]
    public void TheDelimiterIsTheOneThatDividesTheRowsEvenly()
    {
        Assert.Equal('|', Csv.Read(Csv.Options, "id|stage|amount", "1|Won|1,5", "2|Won|2,5").Layout.Delimiter);
        Assert.Equal(
            ';', Csv.Read(Csv.Options, "id;stage;a,b;c,d", "1;Won;x;y", "2;Won;x,y;z").Layout.Delimiter);
    }

    [Fact]
    public void LinesAboveTheHeaderAreNoted()
    {
        CrmImport import = Csv.Read(Csv.Options, "Open deals", "as of today", "", "id,stage", "1,Won", "2,Lost");

        Assert.Equal(4, import.Layout.HeaderRow);
        Assert.Equal(["Open deals", "as of today"], import.Layout.TitleLines);
        Assert.Equal(
            "2 lines above the header: \"Open deals\", \"as of today\".", Assert.Single(import.Notes).Message);
    }

    [Fact]
    public void AMissingHeaderNamesTheRowThatWasTaken() => Assert.Contains(
        "Row 2 was taken for the header.",
        Csv.ErrorOf(Csv.Options, "Report", "owner,amount,account", "x,5,Acme"),
        StringComparison.Ordinal);

    [Fact]
    public void ColumnsAreStatedByPositionOrOccurrence()
    {
        const string Header = "id,stage,Close Date,owner,Close Date";
        const string Row = "1,Won,2027-03-20,x,2027-04-30";

        Assert.Equal(new LocalDate(2027, 3, 20), ClosedBy(ColumnReference.At(3)));
        Assert.Equal(new LocalDate(2027, 4, 30), ClosedBy(ColumnReference.At(5)));
        Assert.Equal(new LocalDate(2027, 4, 30), ClosedBy(ColumnReference.Named("close date", occurrence: 2)));
        Assert.Equal(new LocalDate(2027, 4, 30), ClosedBy(ColumnReference.Parse("#5")));
        Assert.StartsWith(
            "No column at position 6, stated for CloseDate.",
            Csv.ErrorOf(With(ColumnReference.At(6)), Header, Row),
            StringComparison.Ordinal);

        LocalDate? ClosedBy(ColumnReference column) => Csv.ReadOne(With(column), Header, Row).Closed;

        static CrmImportOptions With(ColumnReference column) =>
            Csv.Options with { Columns = [ColumnMapping.Of(CrmField.CloseDate, column)] };
    }

    [Fact]
    public void ARepeatedColumnCanBeIgnoredByPosition() => Assert.Equal(
        new LocalDate(2027, 4, 30),
        Csv.ReadOne(
            Csv.Options with { IgnoredColumns = [ColumnReference.At(3)] },
            "id,stage,Close Date,Close Date",
            "1,Won,2027-03-20,2027-04-30").Closed);

    [Fact]
    public void SeveralColumnsCanHoldOneField()
    {
        CrmImport import = Csv.Read(
            Csv.Options with
            {
                Columns =
                [
                    ColumnMapping.Of(CrmField.Closed, "won at"), ColumnMapping.Of(CrmField.Closed, "gone at"),
                ],
            },
            "id,stage,won at,gone at",
            "1,Won,2027-03-20,",
            "2,Lost,,2027-03-21",
            "3,Won,2027-03-20,2027-03-20",
            "4,Won,2027-03-20,2027-03-21");

        Assert.Equal(
            [new LocalDate(2027, 3, 20), new LocalDate(2027, 3, 21), new LocalDate(2027, 3, 20)],
            import.Opportunities.Select(deal => deal.Closed!.Value));
        Assert.Equal(
            "gone at (column 4) was \"2027-03-21\"; column 3 of the same field has \"2027-03-20\".",
            Assert.Single(import.Refused).Faults[0].Message);
    }

    [Fact]
    public void WonAndLostDatesApplyByOutcome()
    {
        CrmImport import = Csv.Read(
            Csv.Options,
            "id,stage,won time,lost time,close date",
            "1,Won,2027-03-20,2027-01-01,2027-06-30",
            "2,Lost,2027-03-20,2027-04-01,2027-06-30",
            "3,Discovery,,,2027-06-30",
            "4,Discovery,2027-03-20,,2027-06-30");

        Assert.Equal(
            [new LocalDate(2027, 3, 20), new LocalDate(2027, 4, 1), null],
            import.Opportunities.Select(deal => deal.Closed));
        Assert.True(Assert.Single(import.Refused).Has(RefusalReason.Contradiction));
    }

    [Fact]
    public void AmbiguousNamesAreReadByTheirValues()
    {
        Assert.Equal(
            new LocalDate(2027, 3, 20), Csv.ReadOne(Csv.Options, "id,stage,closed", "1,Won,2027-03-20").Closed);
        Assert.Equal(
            DealOutcome.Lost, Csv.ReadOne(Csv.Options, "id,stage,closed,won", "1,Dead,1,0").Outcome);
    }

    [Fact]
    public void RowsWithoutIdsAreNumberedOnRequest()
    {
        CrmImportOptions options = Csv.Options with { MissingIds = MissingIds.UseRowNumber };

        Csv.SameTexts(
            ["row 2", "row 3"], Csv.Read(options, "stage", "Won", "Lost").Opportunities.Select(deal => deal.Id));
        CrmImport import = Csv.Read(options, "id,stage", "7,Won", ",Lost");
        Csv.SameTexts(["7", "row 3"], import.Opportunities.Select(deal => deal.Id));
        Assert.Equal("1 row without an id got the number of the row as the id.", Assert.Single(import.Notes).Message);
    }

    [Fact]
    public void TextsThatLookAlikeAreEqual()
    {
        SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Négociation", WinProbability = 0.5m });
        CrmImport import = Csv.Read(
            new CrmImportOptions { Process = process },
            "\u200BOpportunity\u00A0ID,Stage\uFEFF,Account",
            "1\u200B,Ne\u0301gociation,Cafe\u0301",
            "1,Négociation,Café",
            "2,\u00A0Négociation\u200B,\u202ACafé\u202C");

        Assert.True(Assert.Single(import.Refused).Has(RefusalReason.RepeatedId));
        Csv.SameTexts(["Café", "Café"], import.Opportunities.Select(deal => deal.Account!));
    }

    [Fact]
    public void PlaceholderDatesAreReadAsNoDate()
    {
        CrmImport import = Csv.Read(
            Csv.Options, "id,stage,created", "1,Won,1900-01-01", "2,Lost,2027-01-05", "3,Nowhere,1970-01-01");

        Assert.Null(import.Opportunities[0].Created);
        Assert.Equal(
            "created \"1900-01-01\" was read as no date, in 1 row, since systems write it for a missing one.",
            Assert.Single(import.Notes).Message);
        Assert.Equal(
            new LocalDate(1900, 1, 1),
            Csv.ReadOne(Csv.Options with { PlaceholderDates = [] }, "id,stage,created", "1,Won,1900-01-01").Created);
    }

    [Fact]
    public void RefusedRowsAreCountedByReason()
    {
        CrmImport import = Csv.Read(
            Csv.Options, "id,stage,amount", "1,Nowhere,5", "2,Elsewhere,-1", "3,Won,5", "4,Won", "5,Lost,5");

        Csv.SameTexts(
            [
                "2 rows refused for UnknownStage. Row 2: stage was \"Nowhere\"; one of Discovery, Proposal, Won, "
                    + "Closed Won, Lost, Loss, Closed Lost is expected. Set Stages.",
                "1 row refused for NegativeNumber. Row 3: amount was \"-1\"; zero or more is expected.",
                "1 row refused for WrongFieldCount. Row 5: The row has 2 fields; 3 as in the header are expected.",
            ],
            import.RefusalCounts.Select(count => count.ToString()));
    }

    [Fact]
    public void ProgressEndsWithTheWholeFile()
    {
        var reports = new List<ImportProgress>();
        string text = "id,stage\n" + string.Concat(Enumerable.Range(1, 10_000).Select(i => $"{i},Won\n"));
        using Stream stream = Csv.OfText(text);

        CrmImporter.Read(stream, progress: new Reports(reports));

        Assert.Equal(new ImportProgress(10_000, text.Length, text.Length), reports[^1]);
        Assert.Equal(1d, reports[^1].Fraction);
        Assert.InRange(reports.Count, 3, 10);
    }

    [Fact]
    public void ReadingIsCanceled()
    {
        using var canceling = new CancellationTokenSource();
        using var stream = new GeneratedStream("id,stage\n", 1_000_000, row => $"{row},Won\n");
        using CrmRows rows = CrmImporter.ReadRows(stream, cancellationToken: canceling.Token);

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (CrmRow row in rows)
            {
                if (row.Row == 10_000)
                {
                    canceling.Cancel();
                }

                Assert.True(row.Row < 20_000);
            }
        });
    }

    private sealed class Reports(List<ImportProgress> reports) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => reports.Add(value);
    }
}
