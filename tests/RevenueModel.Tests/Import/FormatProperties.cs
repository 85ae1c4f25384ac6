using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Import;

namespace RevenueModel.Tests.Import;

/// <summary>The fast parsers of dates and numbers read what slow, general ones read.</summary>
public class FormatProperties
{
    public static TheoryData<string> Patterns =>
        [.. DateFormat.Recognized.Concat(DateFormat.RecognizedMonths).Select(format => format.Pattern)];

    [Theory, MemberData(nameof(Patterns))]
    public void DatesAreReadAsByNodaTime(string pattern)
    {
        DateFormat format = DateFormat.Of(pattern);
        LocalDatePattern noda = LocalDatePattern.CreateWithInvariantCulture(pattern);

        Assert.All(Texts(pattern, noda), text =>
        {
            bool expected = noda.Parse(text).TryGetValue(default, out LocalDate date) && date.Year >= 1;

            Assert.Equal(expected, format.TryParse(text, out LocalDate read));
            Assert.Equal(expected ? date : default, read);
        });
    }

    [Property(MaxTest = 2000)]
    public bool NumbersAreReadAsByTheFramework(long units, byte scale, byte zeros)
    {
        decimal number = new decimal((int)units, (int)(units >> 32), 0, isNegative: false, (byte)(scale % 10));
        string text = new string('0', zeros % 3) + FormattableString.Invariant($"{number}");

        return NumberFormat.CommaGroups.TryParse(text, out decimal read)
            && read == number
            && read.Scale == number.Scale;
    }

    // Dates of all years and their mutations: a digit more or less, another character, and months or days that do
    // not exist.
    private static IEnumerable<string> Texts(string pattern, LocalDatePattern noda)
    {
        var random = new System.Random(20270101);
        const string Characters = "0123456789/-. ,JanFebMay";
        for (int i = 0; i < 2_000; i++)
        {
            LocalDate date = new LocalDate(random.Next(1, 10_000), 1, 1).PlusDays(random.Next(365));
            string text = noda.Format(date);
            yield return text;
            int at = random.Next(text.Length);
            string changed = random.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Characters[random.Next(Characters.Length)].ToString()),
                _ => text[..at] + Characters[random.Next(Characters.Length)] + text[(at + 1)..],
            };

            // White space around a date is not part of it.
            yield return changed.Trim() == changed ? changed : text;
        }

        yield return pattern;
    }
}
