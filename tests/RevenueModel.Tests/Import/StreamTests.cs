using System.Text;
using RevenueModel.Import;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

public class StreamTests
{
    private const string Text = "id;stage;account\r\n1;Won;Müller, Söhne\r\n2;Nowhere;\"x;y\"\r\n";

    private static readonly CrmImport Plain = CrmImporter.Read(Csv.OfText(Text), Csv.Options);

    [Fact]
    public void TheDelimiterIsTheMostFrequentInTheHeader()
    {
        Assert.Equal(';', Plain.Layout.Delimiter);
        Assert.Equal("Müller, Söhne", Plain.Opportunities[0].Account);
        Assert.Equal('\t', CrmImporter.Read(
            Csv.OfText("id\tstage, or so\tx\n1\tWon\t2\n"), WithStage("stage, or so")).Layout.Delimiter);
        Assert.Equal(',', CrmImporter.Read(
            Csv.OfText("id,\"stage; a; b\",x\n1,Won,2\n"), WithStage("stage; a; b")).Layout.Delimiter);
    }

    [Fact]
    public void TheDelimiterCanBeStated()
    {
        CrmImport import = CrmImporter.Read(Csv.OfText("id|stage\n1|Won\n"), Csv.Options with { Delimiter = '|' });

        Assert.True(import.Layout.IsDelimiterStated);
        Assert.Equal("1", import.Opportunities[0].Id);
        Refusal.By<ArgumentOutOfRangeException>(() => Csv.Options with { Delimiter = '"' });
    }

    [Fact]
    public void TheDelimiterHintOfExcelIsUsed()
    {
        CrmImport import = CrmImporter.Read(Csv.OfText("sep=;\r\nid;stage;amount\r\n1;Won;1,5\r\n"), Csv.Options);

        Assert.Equal(';', import.Layout.Delimiter);
        Assert.Equal(1.5m, import.Opportunities[0].Amount);
    }

    [Fact]
    public void GzipIsDetectedByItsFirstBytes()
    {
        CrmImport zipped = CrmImporter.Read(Csv.Gzip(Text), Csv.Options);

        Assert.True(zipped.Layout.IsCompressed);
        Assert.Equal(Plain.Opportunities, zipped.Opportunities);
        Assert.Equal(Plain.Refused, zipped.Refused);
        Assert.Equal(Plain.Layout.ToString(), zipped.Layout.ToString());
    }

    [Fact]
    public void ATruncatedStreamIsAnError()
    {
        string rows = string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i},Won,{i * i}\n"));
        byte[] zipped = ((MemoryStream)Csv.Gzip("id,stage,amount\n" + rows)).ToArray();
        int[] lengths = [2, 3, 10, 18, 50, zipped.Length / 2, .. Enumerable.Range(zipped.Length - 60, 60)];

        Assert.All(lengths, length => Assert.StartsWith(
            "The gzip stream is damaged or incomplete",
            Assert.Throws<ImportException>(
                () => CrmImporter.Read(new MemoryStream(zipped[..length]), Csv.Options)).Message,
            StringComparison.Ordinal));
        Assert.Equal(2000, CrmImporter.Read(new MemoryStream(zipped), Csv.Options).Opportunities.Count);
    }

    [Fact]
    public void DamagedCompressionIsOneClearError()
    {
        byte[] zipped = ((MemoryStream)Csv.Gzip(Text)).ToArray();
        zipped[^8] ^= 1;

        Assert.StartsWith(
            "The gzip stream is damaged or incomplete",
            Assert.Throws<ImportException>(() => CrmImporter.Read(new MemoryStream(zipped), Csv.Options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatWereCompressedAndThenJoinedAreReadWhole()
    {
        byte[] first = ((MemoryStream)Csv.Gzip("id,stage\n1,Won\n")).ToArray();
        byte[] second = ((MemoryStream)Csv.Gzip("id,stage\n2,Won\n")).ToArray();

        CrmImport import = CrmImporter.Read(new MemoryStream([.. first, .. second]), Csv.Options);

        Csv.SameTexts(["1", "2"], import.Opportunities.Select(deal => deal.Id));
        Assert.True(Assert.Single(import.Refused).Has(RefusalReason.RepeatedHeader));
    }

    [Fact]
    public void ByteOrderMarksDetermineTheEncoding()
    {
        Encoding[] encodings =
            [new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Encoding.Unicode, Encoding.BigEndianUnicode];

        Assert.All(encodings, encoding =>
        {
            CrmImport import = CrmImporter.Read(Csv.OfText(Text, encoding), Csv.Options);

            AssertSameDeals(Plain, import);
            Assert.Equal(encoding.WebName, import.Layout.Encoding, StringComparer.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void InvalidUtf8IsRefusedUnlessAnEncodingIsStated()
    {
        CrmImport import = CrmImporter.Read(Csv.OfText(Text, Encoding.Latin1), Csv.Options);
        Assert.True(import.Refused[0].Has(RefusalReason.UndecodableText));

        AssertSameDeals(
            Plain,
            CrmImporter.Read(Csv.OfText(Text, Encoding.Latin1), Csv.Options with { Encoding = Encoding.Latin1 }));
    }

    [Fact]
    public void LineEndsCanBeOfAnySystem() => Assert.All(
        new[] { "\n", "\r" },
        end => Assert.Equal(
            Plain, CrmImporter.Read(Csv.OfText(Text.Replace("\r\n", end, StringComparison.Ordinal)), Csv.Options)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n,,\r\n")]
    public void AFileWithoutAHeaderIsOneClearError(string text) => Assert.Equal(
        "The file has no header; a first line with the names of the columns is expected.",
        Assert.Throws<ImportException>(() => CrmImporter.Read(Csv.OfText(text))).Message);

    [Fact]
    public void AMalformedHeaderIsOneClearError() => Assert.Equal(
        "The header is malformed: Text follows the closing quotation mark of a field.",
        Assert.Throws<ImportException>(() => CrmImporter.Read(Csv.OfText("\"id\"x,stage\n1,Won\n"))).Message);

    [Fact]
    public void AFileWithoutRowsIsEmpty()
    {
        CrmImport import = Csv.Read(Csv.Options, "id,stage,amount,created");

        Assert.Equal(0, import.RowCount);
        Assert.Equal(FormatSource.NotNeeded, import.Layout.NumberFormatSource);
    }

    [Fact]
    public void TheStreamIsLeftOpen()
    {
        using Stream stream = Csv.OfText(Text);
        CrmImporter.Read(stream, Csv.Options);
        Assert.True(stream.CanRead);

        using Stream zipped = Csv.Gzip(Text);
        CrmImporter.Read(zipped, Csv.Options);
        Assert.True(zipped.CanRead);
    }

    [Fact]
    public void RowsAreReadLazily()
    {
        const int Rows = 200_000;
        using var stream = new GeneratedStream(
            "id,stage,amount,created\n", Rows, row => $"D{row},Discovery,{row}.25,2027-01-{(row % 28) + 1:00}\n");
        using CrmRows rows = CrmImporter.ReadRows(stream, Csv.Options);
        long aheadOfFirst = stream.BytesRead;
        int read = 0;
        long atHalf = 0;

        foreach (CrmRow row in rows)
        {
            read++;
            Assert.Equal(read + 1, row.Row);
            Assert.Equal(read + 1, row.Line);
            Assert.True(row.IsRead);
            if (read == Rows / 2)
            {
                atHalf = stream.BytesRead;
            }
        }

        Assert.Equal(Rows, read);
        Assert.True(stream.BytesRead > 5_000_000, "the file is large");
        Assert.InRange(aheadOfFirst, 1, 300_000);
        Assert.InRange(atHalf, 0.45 * stream.BytesRead, 0.6 * stream.BytesRead);
        Assert.Throws<InvalidOperationException>(() => rows.GetEnumerator());
    }

    [Fact]
    public void EnumeratingRowsGivesTheSameAsReadingTheFile()
    {
        using CrmRows rows = CrmImporter.ReadRows(Csv.OfText(Text), Csv.Options);
        CrmRow[] all = [.. rows];

        Assert.Equal(Plain.Opportunities, all.Where(row => row.IsRead).Select(row => row.Opportunity!));
        Assert.Equal(Plain.Refused, all.Where(row => !row.IsRead).Select(row => row.Refused!));
        Assert.Equal(Plain.Layout, rows.Layout);
    }

    private static void AssertSameDeals(CrmImport expected, CrmImport actual)
    {
        Assert.Equal(expected.Opportunities, actual.Opportunities);
        Assert.Equal(expected.Refused, actual.Refused);
        Assert.Equal(expected.Notes, actual.Notes);
    }

    private static CrmImportOptions WithStage(string column) =>
        Csv.Options with { Columns = [ColumnMapping.Of(CrmField.Stage, column)] };
}
