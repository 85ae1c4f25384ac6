using RevenueModel.Import;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class ColumnTests
{
    [Fact]
    public void AMissingColumnIsOneErrorThatListsTheColumnsAndTheNearest() => Assert.Equal(
        "No column for Id (nearest: \"Oportunity ID\"). The columns are \"Oportunity ID\", \"Stage\", \"Owner\". "
        + "Set Columns, such as Columns = [ColumnMapping.Of(field, \"name\")].",
        Csv.ErrorOf(Csv.Options, "Oportunity ID,Stage,Owner", "1,Won,x"));

    [Fact]
    public void AllMissingColumnsAreInTheOneError()
    {
        string error = Csv.ErrorOf(Csv.Options, "Owner,Deal Stge", "x,Won");

        Assert.Contains("No column for Id.", error, StringComparison.Ordinal);
        Assert.Contains("No column for Stage or Outcome (nearest: \"Deal Stge\").", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AStatedMissingColumnIsNamedWithTheNearest() => Assert.StartsWith(
        "No column \"Deal Valu\", stated for Amount (nearest: \"Deal Value USD\"). The columns are",
        Csv.ErrorOf(
            Csv.Options with { Columns = [ColumnMapping.Of(CrmField.Amount, "Deal Valu")] },
            "Id,Stage,Deal Value USD",
            "1,Won,5"),
        StringComparison.Ordinal);

    [Fact]
    public void TwoColumnsForOneFieldAreNamedAndNotRead() => Assert.StartsWith(
        "Columns 3 \"Amount\" and 4 \"ACV\" can each be Amount; name the one to read, or ignore the other.",
        Csv.ErrorOf(Csv.Options, "Id,Stage,Amount,ACV", "1,Won,5,6"),
        StringComparison.Ordinal);

    [Fact]
    public void ADuplicateNameIsAmbiguousOnlyIfItIsRead()
    {
        Assert.Contains(
            "Columns 3 \"Amount\" and 4 \"Amount\"",
            Csv.ErrorOf(Csv.Options, "Id,Stage,Amount,Amount", "1,Won,5,6"),
            StringComparison.Ordinal);
        Assert.Single(Csv.Read(Csv.Options, "Id,Stage,x,x", "1,Won,5,6").Opportunities);
    }

    [Fact]
    public void AStatedColumnHasPriorityOverARecognizedOne()
    {
        CrmImport import = Csv.Read(
            Csv.Options with { Columns = [ColumnMapping.Of(CrmField.Amount, "acv")] },
            "Id,Stage,Amount,ACV",
            "1,Won,5,6");

        Assert.Equal(6m, import.Opportunities[0].Amount);
        Csv.SameTexts(
            ["Id = Id", "Stage = Stage", "Amount (not read)", "ACV = Amount (stated)"],
            import.Layout.Columns.Select(column => column.ToString()));
    }

    [Fact]
    public void AnIgnoredColumnIsNotRead() => Assert.Null(
        Csv.ReadOne(Csv.Options with { IgnoredColumns = ["amount"] }, "Id,Stage,Amount", "1,Won,5").Amount);

    [Fact]
    public void AMissingIgnoredColumnIsNamed() => Assert.StartsWith(
        "No column \"Amnt\" of the ignored columns (nearest: \"Amount\").",
        Csv.ErrorOf(Csv.Options with { IgnoredColumns = ["Amnt"] }, "Id,Stage,Amount", "1,Won,5"),
        StringComparison.Ordinal);

    [Fact]
    public void AColumnHoldsOneField() => Assert.StartsWith(
        "Column 3 \"Value\" is stated for Amount and for WonAmount; a column holds one field.",
        Csv.ErrorOf(
            Csv.Options with
            {
                Columns = [ColumnMapping.Of(CrmField.Amount, "Value"), ColumnMapping.Of(CrmField.WonAmount, "Value")],
            }, "Id,Stage,Value", "1,Won,5"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("opportunity id")]
    [InlineData("OPPORTUNITY_ID")]
    [InlineData("Opportunity-Id")]
    [InlineData(" OpportunityID ")]
    public void ColumnNamesAreComparedWithoutCaseSpacesAndPunctuation(string name) =>
        Assert.Equal("1", Csv.ReadOne(Csv.Options, $"{name},Stage", "1,Won").Id);

    [Fact]
    public void EveryFieldIsRecognizedBySomeName() =>
        Assert.All(Enum.GetValues<CrmField>(), field => Assert.NotEmpty(CrmColumnNames.For(Csv.Options).Of(field)));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("stage", "stage", 0)]
    [InlineData("stage", "stge", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    public void DistanceCountsInsertedDroppedAndReplacedLetters(string left, string right, int expected)
    {
        Assert.Equal(expected, NameNormalizer.Distance(left, right));
        Assert.Equal(expected, NameNormalizer.Distance(right, left));
    }

    [Fact]
    public void InvalidMappingsAreRefused()
    {
        Assert.Equal("name", Refusal.By<ArgumentException>(() => ColumnMapping.Of(CrmField.Id, " ")).ParamName);
        Refusal.By<ArgumentOutOfRangeException>(() => ColumnMapping.Of((CrmField)99, "x"));
        Refusal.By<ArgumentException>(() => StageMapping.ToStage("x", ""));
        Refusal.By<ArgumentException>(() => Csv.Read(
            Csv.Options with { Stages = [StageMapping.ToStage("x", "Nowhere")] }, "Id,Stage", "1,Won"));
        Refusal.By<ArgumentException>(() => Csv.Read(
            Csv.Options with { Stages = [StageMapping.ToWon("x"), StageMapping.ToLost("X")] }, "Id,Stage", "1,Won"));
    }
}
