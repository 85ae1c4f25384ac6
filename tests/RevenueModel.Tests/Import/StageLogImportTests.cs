using NodaTime;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

public class StageLogImportTests
{
    private static readonly string[] Snapshots =
    [
        "Opportunity ID,Stage,Close Date,Created Date",
        "A,Discovery,2027-03-31,2027-01-05T09:00:00Z",
        "A,Proposal,2027-03-31,2027-02-10T09:00:00Z",
        "A,Proposal,2027-06-30,2027-03-20T09:00:00Z",
        "A,Discovery,2027-05-31,2027-04-01T09:00:00Z",
        "A,Closed Won,2027-05-20,2027-05-20T09:00:00Z",
        "B,Discovery,2027-03-31,2027-01-07T09:00:00Z",
    ];

    [Fact]
    public void SnapshotsGiveVisitsReEntriesAndPushes()
    {
        StageLogImport import = Read(StageLogImportOptions.Default, Snapshots);
        DealHistory deal = import.Histories[0];

        Assert.Equal(
            [
                new StageEntry
                {
                    Stage = "Discovery", Entered = new LocalDate(2027, 1, 5), Left = new LocalDate(2027, 2, 10),
                },
                new StageEntry
                {
                    Stage = "Proposal", Entered = new LocalDate(2027, 2, 10), Left = new LocalDate(2027, 4, 1),
                },
                new StageEntry
                {
                    Stage = "Discovery", Entered = new LocalDate(2027, 4, 1), Left = new LocalDate(2027, 5, 20),
                },
            ],
            deal.Entries);
        Assert.Equal(DealOutcome.Won, deal.Outcome);
        Assert.Equal(new LocalDate(2027, 5, 20), deal.Closed);
        Assert.Equal((1, 1, 91), (deal.ReEntryCount, deal.PushCount, deal.PushedDays));
        Assert.Equal([91, -30, -11], deal.CloseDateChanges.Select(change => change.Days));
        Assert.Equal((2, 36 + 49), (deal.EntryCount("discovery"), deal.DaysIn("Discovery")!.Value));
        Assert.Equal(["Discovery", "Proposal", "Discovery"], deal.ToStageHistory()!.Stages);
        Assert.Null(import.Histories[1].ToStageHistory());
        Assert.Single(import.ClosedHistories);
        Assert.Equal(
            "A: Discovery > Proposal > Discovery > Won; stages entered again: 1, pushes of the close date: 1",
            deal.ToString());
    }

    [Fact]
    public void TheOrderOfRowsDoesNotMatter()
    {
        StageLogImport expected = Read(StageLogImportOptions.Default, Snapshots);

        Assert.Equal(
            expected.Histories,
            Read(StageLogImportOptions.Default, [Snapshots[0], .. Snapshots[1..].Reverse()]).Histories.Reverse());
    }

    [Fact]
    public void ChangesOfOneTimeKeepTheDirectionOfTheFile()
    {
        string[] rows = ["A,One,2027-01-05", "A,Two,2027-01-05", "A,Three,2027-01-05", "A,Four,2027-02-05"];
        string[] expected = ["One", "Two", "Three", "Four"];

        Assert.Equal(expected, StagesOf(rows));
        Assert.Equal(expected, StagesOf([.. rows.Reverse()]));

        static IEnumerable<string> StagesOf(string[] rows) =>
            Read(StageLogImportOptions.Default, ["deal,stage,changed", .. rows])
                .Histories[0].Entries.Select(entry => entry.Stage);
    }

    [Fact]
    public void HistoriesOfFieldsAreRead()
    {
        StageLogImport import = Read(
            StageLogImportOptions.Default,
            "Opportunity ID,Field / Event,Old Value,New Value,Edit Date",
            "A,StageName,Discovery,Proposal,2/10/2027 9:00 AM",
            "A,Close Date,3/31/2027,6/30/2027,3/20/2027 9:00 AM",
            "A,Amount,5,6,3/20/2027 9:00 AM",
            "A,Stage,Proposal,Closed Lost,5/20/2027 1:00 PM",
            "B,Stage,Discovery,Proposal,1/7/2027 9:00 AM",
            "B,Stage,Contract,Closed Won,1/9/2027 9:00 AM");

        DealHistory deal = import.Histories[0];
        Assert.Equal("Discovery from an unknown day to 2027-02-10", deal.Entries[0].ToString());
        Assert.Equal((DealOutcome.Lost, 1), (deal.Outcome, deal.PushCount));
        Assert.Equal("2027-03-20: close date from 2027-03-31 to 2027-06-30", deal.CloseDateChanges[0].ToString());
        Assert.Equal((6, 5, 1), (import.RowCount, import.ReadCount, import.LeftOutCount));
        Assert.Equal(
            [ImportNoteKind.OtherField, ImportNoteKind.MissingChange], import.Notes.Select(note => note.Kind));
        Assert.Contains(
            "Row 7 starts from \"Contract\", and the change before it ends with \"Proposal\", so that a change is "
                + "missing.",
            import.Notes[1].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ADealCanBeReopened()
    {
        DealHistory deal = Read(
            StageLogImportOptions.Default,
            "deal,from stage,to stage,changed",
            "A,Discovery,Closed Lost,2027-01-05",
            "A,Closed Lost,Discovery,2027-03-05").Histories[0];

        Assert.Equal((DealOutcome.Open, 1), (deal.Outcome, deal.ReEntryCount));
        Assert.Null(deal.Closed);
        Assert.Null(deal.Entries[1].Left);
    }

    [Fact]
    public void StagesAreThoseOfTheProcessIfOneIsStated()
    {
        StageLogImport import = Read(
            new StageLogImportOptions { Process = Csv.Process, Stages = [StageMapping.ToStage("Talks", "Discovery")] },
            "deal,stage,changed",
            "A,talks,2027-01-05",
            "A,PROPOSAL,2027-02-05",
            "A,Nowhere,2027-03-05");

        Assert.Equal(["Discovery", "Proposal"], import.Histories[0].Entries.Select(entry => entry.Stage));
        Assert.True(Assert.Single(import.Refused).Has(RefusalReason.UnknownStage));
    }

    [Fact]
    public void EveryFaultNamesColumnAndValue()
    {
        StageLogImport import = Read(
            new StageLogImportOptions { LatestDate = new LocalDate(2027, 6, 30) },
            "deal,stage,close date,changed",
            ",Discovery,2027-03-31,2027-01-05",
            "A,Discovery,2027-03-31,",
            "A,,,2027-01-05",
            "A,Discovery,soon,2027-01-05",
            "A,Discovery,2027-03-31,2027-07-05");

        Assert.Equal(
            [
                RefusalReason.MissingValue, RefusalReason.MissingValue, RefusalReason.MissingValue,
                RefusalReason.InvalidDate, RefusalReason.FutureDate,
            ],
            import.Refused.Select(row => Assert.Single(row.Faults).Reason));
        Assert.Empty(import.Histories);
    }

    [Fact]
    public void ASurveyListsStagesAndFields()
    {
        using ImportFile file = ImportFile.Open(Csv.Of(
            "deal,field,old value,new value,changed",
            "A,Stage,Talks,Discovery,2027-01-05",
            "A,Stage,Discovery,Won,2027-01-05",
            "A,Amount,5,6,2027-01-06"));

        StageLogSurvey survey = StageLogImporter.Survey(file);

        Assert.Equal(
            ["\"Discovery\": 1 row, Discovery", "\"Won\": 1 row, Won"],
            survey.Stages.Select(stage => stage.ToString()));
        Assert.Equal([("Stage", 2), ("Amount", 1)], survey.Fields.Select(field => (field.Key, field.Value)));
        Assert.Equal(DealOutcome.Won, StageLogImporter.Read(file).Histories[0].Outcome);
    }

    private static StageLogImport Read(StageLogImportOptions options, params string[] lines) =>
        StageLogImporter.Read(Csv.Of(lines), options);
}
