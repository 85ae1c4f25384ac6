using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

public class SurveyTests
{
    [Fact]
    public void ASurveyCountsStagesAndShowsWhichAreKnown()
    {
        CrmSurvey survey = CrmImporter.Survey(
            Csv.Of(
                "id,stage,status,close date",
                "1,Won,Won,2027-01-25",
                "2,Talking,Open,",
                "3,Talking,Open,",
                "4,discovery,Open,",
                "5,,Lost,",
                ""),
            Csv.Options);

        Csv.SameTexts(
            [
                "\"Talking\": 2 rows, unknown",
                "\"\": 1 row, unknown",
                "\"Won\": 1 row, Won",
                "\"discovery\": 1 row, Discovery",
                "\"Open\": 3 rows, Open", "\"Lost\": 1 row, Lost", "\"Won\": 1 row, Won",
            ],
            survey.Stages.Select(stage => stage.ToString()));
        Assert.Equal(5, survey.RowCount);
        Assert.Equal(1, survey.BlankLineCount);
        Assert.Empty(survey.Problems);
        Assert.Equal(DateFormat.Iso, survey.Layout.DateFormat);
    }

    [Fact]
    public void ASurveyNamesTheOptionsToState()
    {
        CrmSurvey survey = CrmImporter.Survey(
            Csv.Of(
                "key,stage,close date,amount,currency",
                "1,Won,03/04/2027,\"12,000\",USD",
                "2,Won,03/04/2027,\"12,000\",EUR"));

        Assert.Equal(4, survey.Problems.Count);
        Assert.StartsWith("No column for Id", survey.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(ImportOption.DateFormat, survey.Problems[1].Option);
        Assert.Equal(ImportOption.NumberFormat, survey.Problems[2].Option);
        Assert.Equal(ImportOption.Currency, survey.Problems[3].Option);
        Assert.Equal(2, survey.RowCount);
    }

    [Fact]
    public void AProcessCanBeBuiltFromASurveyAndTheFileReadWithIt()
    {
        string[] lines = ["id,stage", "1,Talking", "2,Writing", "3,Won"];
        CrmSurvey survey = CrmImporter.Survey(Csv.Of(lines));
        PipelineStage[] stages =
            [.. survey.Stages.Where(stage => stage.IsUnknown).Select(stage =>
                new PipelineStage { Name = stage.Value, WinProbability = 0.3m })];

        CrmImport import = Csv.Read(new CrmImportOptions { Process = SalesProcess.Of(stages) }, lines);

        Assert.Equal(3, import.Opportunities.Count);
        Assert.Empty(import.Refused);
    }

    [Fact]
    public void UnreadableRowsAreCountedAndNotSurveyed()
    {
        CrmSurvey survey = CrmImporter.Survey(Csv.Of("id,stage", "1,Won", "id,stage", "2,\"Won\"x", "3"));

        Assert.Equal(4, survey.RowCount);
        Csv.SameTexts(["Won"], survey.Stages.Select(stage => stage.Value));
    }
}
