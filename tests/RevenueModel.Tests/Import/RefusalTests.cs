using NodaTime;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

public class RefusalTests
{
    private const string Header =
        "id,account,stage,status,is closed,is won,amount,currency,created,stage entered,closed on,close date,cycle "
        + "days,forecast category,competitive,it engaged,ot engaged,buyer engagement,regulatory trigger,regulatory "
        + "deadline";

    private static readonly CrmImportOptions Options = Csv.Options with
    {
        DateFormat = DateFormat.Iso,
        NumberFormat = NumberFormat.CommaGroups,
        Currency = "USD",
        LatestDate = new LocalDate(2027, 6, 30),
    };

    public static TheoryData<string, RefusalReason, string, string> Faults => new()
    {
        { "id=", RefusalReason.MissingValue, "id", "id was blank; the id of the deal is expected." },
        {
            "stage=", RefusalReason.MissingValue, "stage",
            "stage was blank; the stage of an open deal or the outcome of a closed one is expected."
        },
        {
            "stage=Nowhere", RefusalReason.UnknownStage, "stage",
            "stage was \"Nowhere\"; one of Discovery, Proposal, Won, Closed Won, Lost, Loss, Closed Lost is expected."
        },
        {
            "status=Parked", RefusalReason.UnknownOutcome, "status",
            "status was \"Parked\"; one of Open, Won, Closed Won, Lost, Loss, Closed Lost or a stage of the sales "
                + "process is expected."
        },
        {
            "status=Won;stage=Closed Lost", RefusalReason.Contradiction, "stage",
            "stage was \"Closed Lost\"; it contradicts status \"Won\"."
        },
        {
            "is closed=false;is won=true", RefusalReason.Contradiction, "stage",
            "stage was \"Discovery\"; it contradicts is closed \"false\" and is won \"true\"."
        },
        {
            "is closed=true", RefusalReason.Contradiction, "stage",
            "stage was \"Discovery\"; it contradicts is closed \"true\"."
        },
        {
            "is won=perhaps", RefusalReason.InvalidValue, "is won",
            "is won was \"perhaps\"; one of true, false, yes, no, 1, 0 is expected."
        },
        {
            "forecast category=Closed", RefusalReason.Contradiction, "forecast category",
            "forecast category was \"Closed\"; the deal is open, so that a category of open deals is expected."
        },
        {
            "closed on=2027-02-01", RefusalReason.Contradiction, "closed on",
            "closed on was \"2027-02-01\"; the deal is open, so that no closing day is expected."
        },
        {
            "created=2027-02-30", RefusalReason.InvalidDate, "created",
            "created was \"2027-02-30\"; a date written as uuuu-MM-dd is expected."
        },
        {
            "created=2027-07-01", RefusalReason.FutureDate, "created",
            "created was \"2027-07-01\"; a day up to 2027-06-30, the latest date of the file, is expected of a "
                + "past event."
        },
        {
            "stage=Won;close date=2027-07-01", RefusalReason.FutureDate, "close date",
            "close date was \"2027-07-01\"; a day up to 2027-06-30, the latest date of the file, is expected of a "
                + "past event."
        },
        {
            "stage=Won;close date=2027-01-01", RefusalReason.ImpossibleDates, "close date",
            "close date was \"2027-01-01\"; a day on or after created 2027-01-15 is expected."
        },
        {
            "stage=Lost;closed on=2027-01-14;close date=2027-02-01", RefusalReason.ImpossibleDates, "closed on",
            "closed on was \"2027-01-14\"; a day on or after created 2027-01-15 is expected."
        },
        {
            "stage entered=2027-01-14", RefusalReason.ImpossibleDates, "stage entered",
            "stage entered was \"2027-01-14\"; a day on or after created 2027-01-15 is expected."
        },
        {
            "amount=much", RefusalReason.InvalidNumber, "amount",
            "amount was \"much\"; a number written as 1,234.56 is expected."
        },
        { "amount=-5", RefusalReason.NegativeNumber, "amount", "amount was \"-5\"; zero or more is expected." },
        {
            "amount=(5.00)", RefusalReason.NegativeNumber, "amount",
            "amount was \"(5.00)\"; zero or more is expected."
        },
        {
            "amount=99999999999999999999999999999999999", RefusalReason.InvalidNumber, "amount",
            "amount was \"99999999999999999999999999999999999\"; a number written as 1,234.56 is expected."
        },
        {
            "cycle days=1.5", RefusalReason.InvalidNumber, "cycle days",
            "cycle days was \"1.5\"; a whole number of days is expected."
        },
        {
            "cycle days=-1", RefusalReason.NegativeNumber, "cycle days",
            "cycle days was \"-1\"; zero or more days are expected."
        },
        {
            "currency=EUR", RefusalReason.OtherCurrency, "currency",
            "currency was \"EUR\"; \"USD\" is expected, since a file is read in one currency."
        },
        {
            "competitive=fiercely", RefusalReason.InvalidValue, "competitive",
            "competitive was \"fiercely\"; one of true, false, yes, no, 1, 0 is expected."
        },
        {
            "buyer engagement=HR", RefusalReason.InvalidValue, "buyer engagement",
            "buyer engagement was \"HR\"; one of None, IT, OT, Both is expected."
        },
        {
            "buyer engagement=IT;it engaged=no;ot engaged=yes", RefusalReason.Contradiction, "buyer engagement",
            "buyer engagement was \"IT\"; OT follows from it engaged and ot engaged."
        },
        {
            "regulatory deadline=2027-10-17", RefusalReason.MissingValue, "regulatory trigger",
            "regulatory trigger was blank; the regulation that the deadline belongs to is expected."
        },
        {
            "account=Caf\uFFFD", RefusalReason.UndecodableText, "account",
            "account was \"Caf\uFFFD\"; it has bytes that are not text in the encoding of the file."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void ARefusalNamesColumnValueAndExpectation(
        string changes, RefusalReason reason, string column, string message)
    {
        CrmImport import = Csv.Read(Options, Header, Row(changes));

        RowFault fault = Assert.Single(Assert.Single(import.Refused).Faults);
        Assert.Equal(reason, fault.Reason);
        Assert.Equal(column, fault.Column);
        Assert.Equal(message, fault.Message);
        Assert.Empty(import.Opportunities);
    }

    [Fact]
    public void TheUnmodifiedRowIsRead() =>
        Assert.Equal(
            "D1: no account, Discovery, 1,000, open, created 2027-01-15, expected 2027-09-30",
            Csv.ReadOne(Options, Header, Row("")).ToString());

    [Fact]
    public void EveryReasonIsTested()
    {
        RefusalReason[] whole =
        [
            RefusalReason.MalformedText,
            RefusalReason.WrongFieldCount,
            RefusalReason.RepeatedHeader,
            RefusalReason.RepeatedId,
            RefusalReason.AmbiguousDate, RefusalReason.AmbiguousNumber, RefusalReason.UnclosedQuote,
            RefusalReason.RowsInQuotedField,
            RefusalReason.RepeatedPeriod, RefusalReason.ImpossibleReading, RefusalReason.OverlappingTerm,
        ];

        Assert.Equal(
            Enum.GetValues<RefusalReason>(),
            Faults.Select(row => (RefusalReason)row[1]).Concat(whole).Distinct().Order());
    }

    [Fact]
    public void AllFaultsOfARowAreListed()
    {
        RefusedRow row = Assert.Single(Csv.Read(
            Options, Header, Row("id=;stage=Nowhere;amount=-5;created=soon;cycle days=x")).Refused);

        Assert.Equal(
            [
                RefusalReason.MissingValue,
                RefusalReason.UnknownStage,
                RefusalReason.InvalidDate,
                RefusalReason.InvalidNumber,
                RefusalReason.NegativeNumber,
            ],
            row.Faults.Select(fault => fault.Reason));
        Assert.StartsWith("Row 2 (line 2): id was blank", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARepeatedIdIsRefusedWithTheFirstRow()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage", "a,Won", "A,Won", "b,Won", "a,Lost");

        Csv.SameTexts(["a", "A", "b"], import.Opportunities.Select(deal => deal.Id));
        Assert.Equal(
            "Row 5 (line 5): id was \"a\"; a different id is expected, since row 2 has this one.",
            Assert.Single(import.Refused).ToString());
    }

    [Fact]
    public void TheFirstRowKeepsItsIdEvenIfItIsRefused()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage", "a,Nowhere", "a,Won");

        Assert.Empty(import.Opportunities);
        Assert.Equal(
            [RefusalReason.UnknownStage, RefusalReason.RepeatedId],
            import.Refused.Select(row => row.Faults[0].Reason));
    }

    [Fact]
    public void TheHeaderAmongTheRowsIsRefused()
    {
        CrmImport import = Csv.Read(Csv.Options, "Id,Stage,Owner", "1,Won,x", "id,stage,owner", "2,Won,x");

        Csv.SameTexts(["1", "2"], import.Opportunities.Select(deal => deal.Id));
        Assert.Equal("Row 3 (line 3): The row repeats the header.", Assert.Single(import.Refused).ToString());
    }

    [Theory]
    [InlineData("1", "The row has 1 field; 3 as in the header are expected.")]
    [InlineData("1,Won,x,y", "The row has 4 fields; 3 as in the header are expected.")]
    public void AWrongNumberOfFieldsIsRefused(string row, string message)
    {
        RefusedRow refused = Assert.Single(Csv.Read(Csv.Options, "id,stage,owner", row).Refused);

        Assert.Equal(RefusalReason.WrongFieldCount, refused.Faults[0].Reason);
        Assert.Equal(message, refused.Faults[0].Message);
    }

    [Theory]
    [InlineData("1,Won,19\" rack", "A quotation mark is inside a field that is not quoted.")]
    [InlineData("1,Won,\"19\" rack", "Text follows the closing quotation mark of a field.")]
    [InlineData("1,Won,\"rack", "A quotation mark is not closed on its line.")]
    public void MalformedQuotesAreRefusedAndTheRestIsRead(string row, string message)
    {
        CrmImport import = Csv.Read(
            Csv.Options with { LineBreaksInFields = false }, "id,stage,product", row, "2,Won,x");

        Assert.Equal("2", Assert.Single(import.Opportunities).Id);
        RowFault fault = Assert.Single(import.Refused).Faults[0];
        Assert.Equal(RefusalReason.MalformedText, fault.Reason);
        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public void AnUnclosedQuoteRefusesTheRowsItContains()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,product", "1,Won,x", "2,Won,\"x", "3,Won,x");

        Assert.Equal("1", Assert.Single(import.Opportunities).Id);
        Assert.Contains("never closed", Assert.Single(import.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, import.CountOf(RefusalReason.UnclosedQuote));
        Assert.False(import.IsComplete);
        Assert.True(Csv.Read(Csv.Options, "id,stage,product", "1,Won,x").IsComplete);
    }

    [Fact]
    public void AnUnclosedQuoteInALargeFileEndsTheFile()
    {
        string[] rows = [.. Enumerable.Range(2, 100_000).Select(i => $"{i},Won,some product")];

        CrmImport import = Csv.Read(Csv.Options, ["id,stage,product", "0,Won,x", "1,Won,\"x", .. rows]);

        Assert.Equal("0", Assert.Single(import.Opportunities).Id);
        RefusedRow refused = Assert.Single(import.Refused);
        Assert.Equal((3, 3L), (refused.Row, refused.Line));
        Assert.Contains("not closed within 1 MiB", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsCanContainLineBreaks()
    {
        CrmImport import = Csv.Read(
            Csv.Options, "id,stage,product", "1,Won,\"two\r\nlines, and \"\"quotes\"\"\"", "2,Nowhere,x");

        Assert.Equal("two\r\nlines, and \"quotes\"", import.Opportunities[0].Product);
        Assert.Equal((3, 4L), (import.Refused[0].Row, import.Refused[0].Line));
    }

    [Fact]
    public void LinesWithoutValuesAreSkipped()
    {
        CrmImport import = Csv.Read(
            Csv.Options, "", "id,stage,owner", "", "1,Won,x", "  ", ",,", ", ,", "2,Won,x", "");

        Assert.Equal(2, import.RowCount);
        Assert.Equal(5, import.BlankLineCount);
        Assert.Equal("2 rows: 2 read, 0 refused; 5 blank lines, 0 amounts from the price list", import.ToString());
    }

    [Fact]
    public void AClosedDealCanKeepItsLastStage()
    {
        Opportunity deal = Csv.ReadOne(Csv.Options, "id,stage,status", "1,Proposal,Won");

        Assert.Equal((DealOutcome.Won, "Proposal"), (deal.Outcome, deal.Stage));
    }

    [Fact]
    public void AnExpectedCloseCanBeInTheFuture() => Assert.Equal(
        new LocalDate(2030, 1, 1), Csv.ReadOne(Options, Header, Row("close date=2030-01-01")).ExpectedClose);

    [Fact]
    public void WithoutAProcessAnOpenStageIsUnknown() => Assert.Contains(
        "no sales process is stated",
        Assert.Single(Csv.Read(CrmImportOptions.Default, "id,stage", "1,Discovery").Refused).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void LongValuesAreTruncated()
    {
        RowFault fault = Csv.Read(Csv.Options, "id,stage", "1," + new string('x', 1000)).Refused[0].Faults[0];

        Assert.Equal(201, fault.Value.Length);
        Assert.True(fault.Message.Length < 300);
    }

    private static string Row(string changes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "D1",
            ["stage"] = "Discovery",
            ["amount"] = "1,000",
            ["created"] = "2027-01-15",
            ["close date"] = "2027-09-30",
        };
        foreach (string change in changes.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            values[change.Split('=')[0]] = change.Split('=')[1];
        }

        return string.Join(",", Header.Split(',').Select(name => $"\"{values.GetValueOrDefault(name, "")}\""));
    }
}
