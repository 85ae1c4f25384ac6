using RevenueModel.Import;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class ColumnTests
{
    [Fact]
    public void AMissingColumnIsOneErrorThatListsTheColumnsAndTheNearest() => Assert.Equal(
        "No column for Id (nearest: \"Oportunity ID\"). The columns are \"Oportunity ID\", \"Stage\", \"Owner\". "
        + "State a column such as Columns = [ColumnMapping.Of(CrmField.Id, \"name\")].",
        Csv.ErrorOf(Csv.Options, "Oportunity ID,Stage,Owner", "1,Won,x"));

    [Fact]
    public void AllMissingColumnsAreInTheOneError()
    {
        string error = Csv.ErrorOf(Csv.Options, "Owner,Deal Stge", "x,Won");

        Assert.Contains("No column for Id.", error, StringComparison.Ordinal);
        Assert.Contains("No column for Stage or Outcome (nearest: \"Deal Stge\").", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AStatedColumnThatIsNotThereIsNamedWithTheNearest() => Assert.StartsWith(
        "No column \"Deal Valu\", stated for Amount (nearest: \"Deal Value USD\"). The columns are",
        Csv.ErrorOf(
            Csv.Options with { Columns = [ColumnMapping.Of(CrmField.Amount, "Deal Valu")] },
            "Id,Stage,Deal Value USD",
            "1,Won,5"),
        StringComparison.Ordinal);

    [Fact]
    public void TwoColumnsForOneFieldAreNamedAndNoneIsTaken() => Assert.StartsWith(
        "Columns 3 \"Amount\" and 4 \"ACV\" can each be Amount; state the one to read, or put the other in "
            + "IgnoredColumns.",
        Csv.ErrorOf(Csv.Options, "Id,Stage,Amount,ACV", "1,Won,5,6"),
        StringComparison.Ordinal);

    [Fact]
    public void TheSameNameTwiceIsAmbiguousOnlyWhereItIsRead()
    {
        Assert.Contains(
            "Columns 3 \"Amount\" and 4 \"Amount\"",
            Csv.ErrorOf(Csv.Options, "Id,Stage,Amount,Amount", "1,Won,5,6"),
            StringComparison.Ordinal);
        Assert.Single(Csv.Read(Csv.Options, "Id,Stage,x,x", "1,Won,5,6").Opportunities);
    }

    [Fact]
    public void AStatedColumnGoesBeforeARecognizedOne()
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
    public void AnIgnoredColumnThatIsNotThereIsNamed() => Assert.StartsWith(
        "No column \"Amnt\" of IgnoredColumns (nearest: \"Amount\").",
        Csv.ErrorOf(Csv.Options with { IgnoredColumns = ["Amnt"] }, "Id,Stage,Amount", "1,Won,5"),
        StringComparison.Ordinal);

    [Fact]
    public void AColumnHoldsOneField() => Assert.StartsWith(
        "Column \"Value\" is stated for Amount and for WonAmount; a column holds one field.",
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
        Assert.All(Enum.GetValues<CrmField>(), field => Assert.NotEmpty(ColumnAliases.Of(field)));

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
    public void MappingsRefuseWhatTheyCannotMean()
    {
        Assert.Equal("column", Refusal.By<ArgumentException>(() => ColumnMapping.Of(CrmField.Id, " ")).ParamName);
        Refusal.By<ArgumentOutOfRangeException>(() => ColumnMapping.Of((CrmField)99, "x"));
        Refusal.By<ArgumentException>(() => StageMapping.ToStage("x", ""));
        Refusal.By<ArgumentException>(() => Csv.Read(
            Csv.Options with { Stages = [StageMapping.ToStage("x", "Nowhere")] }, "Id,Stage", "1,Won"));
        Refusal.By<ArgumentException>(() => Csv.Read(
            Csv.Options with { Stages = [StageMapping.ToWon("x"), StageMapping.ToLost("X")] }, "Id,Stage", "1,Won"));
    }
}
