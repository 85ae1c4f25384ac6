using NodaTime;
using RevenueModel.Import;
using RevenueModel.Pricing;

namespace RevenueModel.Tests.Import;

public class UsageImportTests
{
    [Fact]
    public void LongTablesAreReadByMeter()
    {
        UsageImport import = Read(
            UsageImportOptions.Default,
            "Customer,Meter,Month,Quantity",
            "Acme,messages,2027-01,\"1,200.5\"",
            "Acme,devices,2027-02,7",
            "Acme,messages,2027-03,900",
            "Globex,messages,2027-02,10");

        Assert.Equal(
            [
                UsageHistory.Of(
                    "Acme",
                    new YearMonth(2027, 1),
                    MeterSeries.Of("messages", 1_200.5m, 0m, 900m),
                    MeterSeries.Of("devices", 0m, 7m, 0m)),
                UsageHistory.Of("Globex", new YearMonth(2027, 2), MeterSeries.Of("messages", 10m)),
            ],
            import.Histories);
        Assert.Equal("Acme, messages: no row for 2027-02", Assert.Single(import.Gaps).ToString());
        Assert.Equal(ImportNoteKind.MissingMonth, Assert.Single(import.Notes).Kind);
        Assert.Equal((4, 4), (import.RowCount, import.ReadCount));
    }

    [Fact]
    public void WideTablesHaveAColumnForEachMeterOrMonth()
    {
        UsageHistory expected = UsageHistory.Of(
            "Acme",
            new YearMonth(2027, 1),
            MeterSeries.Of("jobs", 5m, 6m),
            MeterSeries.Of("cpu_hours", 0.25m, 0.5m));

        Assert.Equal(
            expected,
            Assert.Single(Read(
                new UsageImportOptions { MeterColumns = ["jobs", "cpu_hours"] },
                "user,group,month,jobs,cpu_hours",
                "Acme,1,2027-01,5,0.25",
                "Acme,1,2027-02,6,0.5").Histories));
        Assert.Equal(
            expected,
            Assert.Single(Read(
                UsageImportOptions.Default,
                "customer;meter;Jan 2027;Feb 2027",
                "Acme;jobs;5;6",
                "Acme;cpu_hours;0,25;0,5").Histories));
        Assert.Equal(
            UsageHistory.Of("Acme", new YearMonth(2027, 1), "devices", 5m, 6m),
            Assert.Single(Read(
                new UsageImportOptions { Meter = "devices" }, "customer,2027-01,2027-02", "Acme,5,6").Histories));
    }

    [Fact]
    public void ABlankCellOfAWideTableIsAMissingMonth()
    {
        UsageImport import = Read(
            UsageImportOptions.Default, "customer,2027-01,2027-02,2027-03", "Acme,5,,6", "Globex,,7,8");

        Assert.Equal("Acme, usage: no row for 2027-02", Assert.Single(import.Gaps).ToString());
        Assert.Equal(new YearMonth(2027, 2), import.Histories[1].Start);
    }

    [Fact]
    public void DaysAndTimesAreAddedByMonth()
    {
        UsageImport import = Read(
            UsageImportOptions.Default,
            "tenant,timestamp,quantity",
            "Acme,2027-01-30T23:59:59Z,1",
            "Acme,2027-01-31T00:00:00Z,2",
            "Acme,2027-01-31T12:00:00Z,4",
            "Acme,2027-02-01,8");

        Assert.Equal(UsageHistory.Of("Acme", new YearMonth(2027, 1), "usage", 7m, 8m), import.Histories[0]);
    }

    [Theory]
    [InlineData(RepeatedUsage.Refuse, 5, 1)]
    [InlineData(RepeatedUsage.Add, 11, 0)]
    [InlineData(RepeatedUsage.KeepLast, 6, 0)]
    public void ARepeatedPeriodIsReadByItsRule(RepeatedUsage rule, decimal quantity, int refused)
    {
        UsageImport import = Read(
            new UsageImportOptions { Repeats = rule }, "customer,month,quantity", "Acme,2027-01,5", "Acme,2027-01,6");

        Assert.Equal(quantity, import.Histories[0].Series[0].Quantities[0]);
        Assert.Equal(refused, import.CountOf(RefusalReason.RepeatedPeriod));
        Assert.Equal(1 - refused, import.Notes.Count(note => note.Kind == ImportNoteKind.RepeatedPeriod));
    }

    [Fact]
    public void CountersAreReadAsDifferences()
    {
        string[] lines =
        [
            "customer,date,quantity", "Acme,2027-01-01,100", "Acme,2027-01-31,150", "Acme,2027-02-28,210",
            "Acme,2027-03-31,30",
        ];

        UsageImport strict = Read(new UsageImportOptions { Quantities = UsageQuantities.Readings }, lines);
        Assert.Equal(UsageHistory.Of("Acme", new YearMonth(2027, 1), "usage", 50m, 60m), strict.Histories[0]);
        Assert.Equal(
            "quantity was \"30\"; 210 or more is expected, the reading of row 4.",
            Assert.Single(strict.Refused).Faults[0].Message);

        UsageImport restarting =
            Read(new UsageImportOptions { Quantities = UsageQuantities.ReadingsWithRestarts }, lines);
        Assert.Equal([50m, 60m, 30m], restarting.Histories[0].Series[0].Quantities);
        Assert.Equal(ImportNoteKind.CounterRestart, Assert.Single(restarting.Notes).Kind);
    }

    [Fact]
    public void ReadingsOutOfOrderAreRefused() => Assert.Equal(
        "date was \"2027-01-01\"; readings in order of time are expected, and row 2 is later.",
        Assert.Single(Read(
            new UsageImportOptions { Quantities = UsageQuantities.Readings },
            "customer,date,quantity",
            "Acme,2027-01-31,150",
            "Acme,2027-01-01,100").Refused).Faults[0].Message);

    [Fact]
    public void TotalsAreLeftOutIfTheyAddUp()
    {
        UsageImport import = Read(
            UsageImportOptions.Default,
            "customer,month,quantity",
            "Acme,2027-01,5",
            "Acme,2027-02,6.26",
            "Acme Total,,11.26",
            "Globex,2027-01,1",
            "Grand Total,,12.3",
            "Total,2027-01,6",
            "Total,2027-02,7");

        Assert.Equal((7, 3, 3, 1), (import.RowCount, import.ReadCount, import.LeftOutCount, import.Refused.Count));
        Assert.Equal(
            "quantity was \"7\"; the row looks like a total, and the rows above it sum to 6.26. Set RecognizeTotals.",
            import.Refused[0].Faults[0].ToString());
        Assert.Equal(2, import.Histories.Count);
    }

    [Fact]
    public void ACustomerNamedTotalIsReadOnRequest() => Assert.Equal(
        "Total",
        Assert.Single(Read(
            new UsageImportOptions { RecognizeTotals = false },
            "customer,month,quantity",
            "Total,2027-01,5").Histories).Customer);

    [Fact]
    public void EveryFaultNamesColumnAndValue()
    {
        UsageImport import = Read(
            new UsageImportOptions { LatestDate = new LocalDate(2027, 6, 30) },
            "customer,meter,date,quantity",
            ",messages,2027-01-05,1",
            "Acme,,2027-01-05,1",
            "Acme,messages,,1",
            "Acme,messages,soon,1",
            "Acme,messages,2027-07-01,1",
            "Acme,messages,2027-01-05,",
            "Acme,messages,2027-01-05,many",
            "Acme,messages,2027-01-05,-1",
            "Acme,messages,2027-01-05,5 EUR");

        Assert.Equal(
            [
                RefusalReason.MissingValue, RefusalReason.MissingValue, RefusalReason.MissingValue,
                RefusalReason.InvalidDate, RefusalReason.FutureDate, RefusalReason.MissingValue,
                RefusalReason.InvalidNumber, RefusalReason.NegativeNumber, RefusalReason.InvalidNumber,
            ],
            import.Refused.Select(row => Assert.Single(row.Faults).Reason));
        Assert.Equal(
            ["customer", "meter", "date", "date", "date", "quantity", "quantity", "quantity", "quantity"],
            import.Refused.Select(row => row.Faults[0].Column));
        Assert.Empty(import.Histories);
    }

    [Fact]
    public void AFileWithoutQuantitiesNamesItsColumns() => Assert.Equal(
        "No column for Quantity, and no column whose name is a month. The columns are \"user\", \"month\", \"jobs\"; "
            + "each can be a meter if it has quantities. Set MeterColumns.",
        Assert.Throws<ImportException>(
            () => Read(UsageImportOptions.Default, "user,month,jobs", "1,2027-01,5")).Message);

    [Fact]
    public void ColumnsOfFutureMonthsAreRefused()
    {
        UsageImport import = Read(
            new UsageImportOptions { LatestDate = new LocalDate(2027, 2, 15) },
            "customer,2027-01,2027-02,2027-03",
            "Acme,1,2,3",
            "Globex,1,2,");

        Assert.Equal("Globex", Assert.Single(import.Histories).Customer);
        Assert.True(Assert.Single(import.Refused).Has(RefusalReason.FutureDate));
        Assert.Equal("Acme", import.Refused[0].Key);
    }

    [Fact]
    public void AColumnOfMetersIsNotReadBesideMeterColumns() => Assert.Empty(Read(
        new UsageImportOptions { MeterColumns = ["calls"] },
        "customer,product,month,calls",
        "Acme,,2027-01,5").Refused);

    [Fact]
    public void ASurveyListsTheMeters()
    {
        using ImportFile file = ImportFile.Open(
            Csv.Of(
                "customer,meter,month,quantity",
                "A,x,2027-01,1",
                "B,x,2027-03,2.5",
                "B,y,2027-02,4",
                "B,y,2027-02,4"));

        UsageSurvey survey = UsageImporter.Survey(file);

        Assert.Equal(
            ["x: 2 customers, 2027-01 to 2027-03, total 3.5", "y: 1 customer, 2027-02 to 2027-02, total 4"],
            survey.Meters.Select(meter => meter.ToString()));
        Assert.Equal(RefusalReason.RepeatedPeriod, Assert.Single(survey.RefusalCounts).Reason);
        Assert.Equal(2, UsageImporter.Read(file).Histories.Count);
    }

    private static UsageImport Read(UsageImportOptions options, params string[] lines) =>
        UsageImporter.Read(Csv.Of(lines), options);
}
