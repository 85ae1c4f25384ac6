using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Import;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The deals that the scorecard sample reads have the alarm that the page on the data describes.</summary>
public class OtSampleDataTests
{
    private static readonly CrmImport Import = Read();

    private static readonly Scorecard Measured = ScorecardCalculator.Measure(
        new ScorecardData { Opportunities = Import.Opportunities },
        new ScorecardOptions { AsOf = new LocalDate(2027, 6, 30) });

    [Fact]
    public void EachRowIsRead() => Assert.Empty(Import.Refused);

    // Counted in the file by a program that shares no code with the library.
    [Fact]
    public void TheOnlyAlarmIsTheEnterpriseCycle()
    {
        KpiAssessment alarm = Assert.Single(Measured.Alarms);
        Assert.Equal(StandardKpis.CycleLength, alarm.Definition);
        Assert.Equal(PublishedBenchmarks.Enterprise, alarm.Reading.Segment);
        Assert.Equal(26, alarm.Reading.Count);
        Assert.Equal(20.928131m, decimal.Round(alarm.Reading.Value!.Value, 6));
    }

    [Fact]
    public void TheLikelyCauseIsTheMissingChampion() =>
        Assert.Equal(
            "missing controls-engineering champion: 17 of 21, 1 not recorded",
            Assert.Single(Measured.Alarms).LikelyCause?.ToString());

    private static CrmImport Read()
    {
        using FileStream stream = File.OpenRead(
            Repository.PathOf("docs", "samples", "data", "ot-opportunities.csv"));
        return CrmImporter.Read(
            stream,
            new CrmImportOptions
            {
                Process = SalesProcess.Of(
                [
                    .. PublishedArchitectures.OtSecurity2027.Stages.Select(
                        name => new PipelineStage { Name = name, WinProbability = 0m }),
                ]),
            });
    }
}
