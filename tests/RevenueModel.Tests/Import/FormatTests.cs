using NodaTime;
using RevenueModel.Import;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class FormatTests
{
    private static readonly LocalDate FourthOfMarch = new(2027, 3, 4);

    [Theory]
    [InlineData("uuuu-MM-dd", "2027-03-04")]
    [InlineData("uuuu-MM-dd", "2027-03-04T09:30:15.250Z")]
    [InlineData("uuuu-MM-dd", "2027-03-04T23:59:59.000+0000")]
    [InlineData("uuuu-MM-dd", "2027-03-04 09:30:15 UTC")]
    [InlineData("uuuu-MM-dd", "2027-03-04T00:30:00+02:00")]
    [InlineData("M/d/uuuu", "3/4/2027")]
    [InlineData("M/d/uuuu", "03/04/2027 9:30 AM")]
    [InlineData("d/M/uuuu", "04/03/2027 21:30")]
    [InlineData("d.M.uuuu", "4.3.2027")]
    [InlineData("d-MMM-uuuu", "04-Mar-2027")]
    [InlineData("MMM d, uuuu", "Mar 4, 2027, 9:30 PM")]
    [InlineData("uuuuMMdd", "20270304")]
    public void ATimeAfterADateIsDropped(string pattern, string text)
    {
        Assert.True(DateFormat.Of(pattern).TryParse(text, out LocalDate date));
        Assert.Equal(FourthOfMarch, date);
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("2027-03-04T25:00")]
    [InlineData("2027-03-04 9:60")]
    [InlineData("2027-03-04 13:00 PM")]
    [InlineData("2027-03-04 or so")]
    [InlineData("27-03-04")]
    [InlineData("04.03.2027")]
    [InlineData("")]
    [InlineData("12:30")]
    public void InvalidIsoDatesAreRefused(string text) => Assert.False(DateFormat.Iso.TryParse(text, out _));

    [Fact]
    public void AnInvalidPatternIsRefused() =>
        Assert.Contains(
            "pattern was \"wrong\"",
            Refusal.By<ArgumentException>(() => DateFormat.Of("wrong")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FormatsAreEqualByValue()
    {
        Assert.Equal(DateFormat.Of("M/d/uuuu"), DateFormat.MonthDayYear);
        Assert.Equal(DateFormat.Of("M/d/uuuu").GetHashCode(), DateFormat.MonthDayYear.GetHashCode());
        Assert.Equal(NumberFormat.Of('.', ','), NumberFormat.CommaGroups);
        Refusal.By<ArgumentException>(() => NumberFormat.Of(',', ','));
        Refusal.By<ArgumentException>(() => NumberFormat.Of('1', ','));
    }

    [Theory]
    [InlineData("1,234.56", "1,234.56", "1234.56")]
    [InlineData("1.234,56", "1.234,56", "1234.56")]
    [InlineData("1 234,56", "1 234,56", "1234.56")]
    [InlineData("1 234,56", "1\u00A0234,56", "1234.56")]
    [InlineData("1 234,56", "1\u202F234\u202F567", "1234567")]
    [InlineData("1 234.56", "1 234.56", "1234.56")]
    [InlineData("1'234.56", "1'234.56", "1234.56")]
    [InlineData("1'234.56", "1’234’000", "1234000")]
    [InlineData("1,234.56", "0.500", "0.500")]
    [InlineData("1,234.56", ".5", null)]
    [InlineData("1,234.56", "5.", null)]
    [InlineData("1,234.56", "12,5", null)]
    [InlineData("1,234.56", "1234,567", null)]
    [InlineData("1,234.56", "1,,234", null)]
    [InlineData("1,234.56", "1,234,", null)]
    [InlineData("1.234,56", "0.500", null)]
    [InlineData("1,234.56", "1E5", null)]
    [InlineData("1,234.56", "", null)]
    [InlineData("1,234.56", "99999999999999999999999999999999", null)]
    public void NumbersAreReadStrictly(string format, string text, string? expected)
    {
        NumberFormat read = NumberFormat.Recognized.Single(
            candidate => string.Equals(candidate.ToString(), format, StringComparison.Ordinal));

        Assert.Equal(expected is not null, read.TryParse(text, out decimal number));
        Assert.Equal(
            expected is null ? 0m : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            number);
    }

    [Theory]
    [InlineData("$1,200.50", "1200.50", "$")]
    [InlineData("US$ 1,200.50", "1200.50", "US$")]
    [InlineData("USD 1,200.50", "1200.50", "USD")]
    [InlineData("1,200.50 EUR", "1200.50", "EUR")]
    [InlineData("1,200.50€", "1200.50", "€")]
    [InlineData("$ 1,200.50 USD", "1200.50", "USD")]
    public void AnAmountCanContainItsCurrency(string text, string amount, string currency)
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount", $"1,Won,\"{text}\"");

        Assert.Equal(
            decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), import.Opportunities[0].Amount);
        Assert.Equal(currency, import.Layout.Currency);
    }

    [Fact]
    public void AnAmbiguousDateIsNotGuessed() => Assert.Equal(
        "close date \"03/04/2027\" of row 2 reads as 2027-03-04 or 2027-04-03, and no other value of the first rows "
            + "tells which. Set DateFormat.",
        Csv.ErrorOf(Csv.Options, "id,stage,close date", "1,Won,03/04/2027", "2,Won,05/06/2027"));

    [Fact]
    public void OneUnambiguousDateDeterminesTheFormatOfAll()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,close date", "1,Won,03/04/2027", "2,Won,25/06/2027");

        Assert.Equal(new LocalDate(2027, 4, 3), import.Opportunities[0].Closed);
        Assert.Equal(DateFormat.DayMonthYear, import.Layout.DateFormat);
        Assert.Equal(FormatSource.Detected, import.Layout.DateFormatSource);
    }

    [Fact]
    public void AStatedFormatIsUsed()
    {
        CrmImport import = Csv.Read(
            Csv.Options with { DateFormat = DateFormat.Of("M/d/yy"), NumberFormat = NumberFormat.PointGroups },
            "id,stage,close date,amount",
            "1,Won,03/04/27,12.000");

        Assert.Equal(FourthOfMarch, import.Opportunities[0].Closed);
        Assert.Equal(12_000m, import.Opportunities[0].Amount);
        Assert.Equal(FormatSource.Stated, import.Layout.DateFormatSource);
        Assert.Equal(FormatSource.Stated, import.Layout.NumberFormatSource);
    }

    [Fact]
    public void TwoDatesOfDifferentFormatsAreNamed() => Assert.Equal(
        "close date \"31/12/2027\" of row 3 is written as d/M/uuuu and close date \"12/31/2027\" of row 2 is not, so "
            + "that no format reads both. With a stated format, the rows that do not follow it are refused. "
            + "Set DateFormat.",
        Csv.ErrorOf(Csv.Options, "id,stage,close date", "1,Won,12/31/2027", "2,Won,31/12/2027"));

    [Fact]
    public void AnInvalidDateDoesNotDetermineTheFormat()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,close date", "1,Won,soon", "2,Won,25/06/2027");

        Assert.Equal(DateFormat.DayMonthYear, import.Layout.DateFormat);
        Assert.Equal(
            "close date was \"soon\"; a date written as d/M/uuuu is expected.",
            Assert.Single(import.Refused).Faults[0].Message);
    }

    [Fact]
    public void AnAmbiguousNumberIsNotGuessed() => Assert.Equal(
        "amount \"12,000\" of row 2 reads as 12000 or 12.000, and no other value of the first rows tells which. "
            + "Set NumberFormat.",
        Csv.ErrorOf(Csv.Options, "id,stage,amount", "1,Won,\"12,000\"", "2,Won,\"7,500\""));

    [Theory]
    [InlineData("1,234.56", "1,234.56")]
    [InlineData("1,234,567", "1,234.56")]
    [InlineData("1.234,56", "1.234,56")]
    [InlineData("1 234,56", "1 234,56")]
    [InlineData("1'234", "1'234.56")]
    public void OneUnambiguousNumberDeterminesTheFormatOfAll(string telling, string format)
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount", "1,Won,500", $"2,Won,\"{telling}\"");

        Assert.Equal(format, import.Layout.NumberFormat!.ToString());
    }

    [Fact]
    public void ALaterAmbiguousValueIsRefusedIfTheFormatIsUnknown()
    {
        IEnumerable<string> rows = Enumerable.Range(1, 1000).Select(i => $"{i},Won,500");

        CrmImport import = Csv.Read(
            Csv.Options,
            [
                "id,stage,amount",
                .. rows,
                "1001,Won,\"12,000\"",
                "1002,Won,\"12,50\"",
                "1003,Won,\"12,000\"",
                "1004,Won,12.5",
            ]);

        RefusedRow ambiguous = import.Refused[0];
        Assert.Equal(RefusalReason.AmbiguousNumber, ambiguous.Faults[0].Reason);
        Assert.Equal(
            "amount was \"12,000\"; it reads as 12000 or 12.000.", ambiguous.Faults[0].Message);
        Assert.Equal([12.5m, 12m], import.Opportunities.TakeLast(2).Select(deal => deal.Amount!.Value));
        Assert.Equal(RefusalReason.InvalidNumber, import.Refused[1].Faults[0].Reason);
    }

    [Fact]
    public void ALaterAmbiguousDateIsRefusedIfFirstRowsHaveNone()
    {
        IEnumerable<string> rows = Enumerable.Range(1, 1000).Select(i => $"{i},Discovery,");

        CrmImport import = Csv.Read(
            Csv.Options,
            ["id,stage,close date", .. rows, "1001,Won,03/04/2027", "1002,Won,03/25/2027", "1003,Won,03/04/2027"]);

        Assert.Equal(RefusalReason.AmbiguousDate, Assert.Single(import.Refused).Faults[0].Reason);
        Assert.Equal(FourthOfMarch, import.Opportunities[^1].Closed);
    }

    [Fact]
    public void AmountsOfTwoCurrenciesAreNotAddedUp()
    {
        string[] lines = ["id,stage,amount,currency", "1,Won,5,USD", "2,Won,6,EUR"];

        Assert.StartsWith(
            "The amounts are in more than one currency, currency \"USD\" of row 2 and currency \"EUR\" of row 3",
            Csv.ErrorOf(Csv.Options, lines),
            StringComparison.Ordinal);
        CrmImport import = Csv.Read(Csv.Options with { Currency = "EUR" }, lines);
        Assert.Equal("2", Assert.Single(import.Opportunities).Id);
        Assert.Equal(
            "currency was \"USD\"; \"EUR\" is expected, since a file is read in one currency.",
            Assert.Single(import.Refused).Faults[0].Message);
    }
}
