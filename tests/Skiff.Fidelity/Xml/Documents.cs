using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Skiff.Fidelity.Xml;

public static class Documents
{
    private const string Books = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- a catalogue -->
        <catalogue xmlns="urn:books" xmlns:x="urn:extra">
          <book id="1" x:rank="3"><title>Größe &amp; Maß</title><price>10.50</price></book>
          <book id="2"><title><![CDATA[<raw>]]></title><price>7</price></book>
          <book id="3"><title>Third</title><price>22.25</price></book>
          <?target data?>
        </catalogue>
        """;

    [Program]
    public static void Linq()
    {
        XDocument document = XDocument.Parse(Books, LoadOptions.SetLineInfo);
        XNamespace books = "urn:books";
        foreach (XElement book in document.Root!.Elements(books + "book").OrderByDescending(b => (decimal)b.Element(books + "price")!))
        {
            WriteLine($"{(int)book.Attribute("id")!} {(string)book.Element(books + "title")!} line {((IXmlLineInfo)book).LineNumber}");
        }

        XElement tree = new("root", new XAttribute("a", "\"<>&'"), new XComment("c"), Enumerable.Range(0, 3).Select(i => new XElement("item", i, new XElement("square", i * i))), new XCData("]]"), new XElement("empty"));
        WriteLine(tree);
        WriteLine(tree.ToString(SaveOptions.DisableFormatting));
        tree.Descendants("square").Where(s => (int)s == 1).Remove();
        tree.Element("empty")!.ReplaceWith(new XElement("filled", true, new DateTime(2024, 1, 2), 1.5, TimeSpan.FromMinutes(90)));
        WriteLine(tree);
        document.Save("books.xml");
        WriteLine(new FileInfo("books.xml").Length);
        WriteLine(XNode.DeepEquals(XDocument.Load("books.xml"), XDocument.Parse(document.ToString())));
        foreach (XNode node in document.DescendantNodes().Take(6))
        {
            WriteLine($"{node.NodeType} {(node as XElement)?.Name}");
        }

        Attempt.Do("malformed", () => XDocument.Parse("<a><b></a>"));
        Attempt.Do("duplicate attribute", () => XDocument.Parse("<a x='1' x='2'/>"));
        Attempt.Do("undeclared prefix", () => XDocument.Parse("<p:a/>"));
        Attempt.Do("entity", () => XDocument.Parse("<a>&unknown;</a>"));
    }

    [Program]
    public static void Dom()
    {
        XmlDocument document = new();
        document.LoadXml(Books);
        XmlNamespaceManager names = new(document.NameTable);
        names.AddNamespace("b", "urn:books");
        foreach (XmlNode node in document.SelectNodes("//b:book[b:price > 8]/b:title", names)!)
        {
            WriteLine(node.InnerText);
        }

        XmlElement added = document.CreateElement("book", "urn:books");
        added.SetAttribute("id", "4");
        added.InnerXml = "<title>New</title>";
        document.DocumentElement!.AppendChild(added);
        WriteLine(document.DocumentElement.ChildNodes.Count);
        StringWriter text = new();
        document.Save(text);
        WriteLine(text);
        WriteLine(document.CreateNavigator()!.Evaluate("sum(//*[local-name()='price'])"));
    }

    [Program]
    public static void XPath()
    {
        XDocument document = XDocument.Parse("<r><a n='1'>x</a><a n='2'>y</a><b><a n='3'>z</a></b></r>");
        foreach (string expression in new[] { "count(//a)", "sum(//a/@n)", "string(//a[last()])", "//a[2] = 'y'", "concat(/r/a[1], '-', normalize-space('  q  r '))", "substring-after('key=value', '=')", "translate('abc','ab','AB')", "floor(-2.5)", "round(2.5)", "1 div 0", "string(number('x'))", "contains('hello', 'ell')" })
        {
            WriteLine($"{expression}: {Attempt.Text(document.XPathEvaluate(expression))}");
        }

        WriteLine(string.Join(",", document.XPathSelectElements("//a[@n > 1]").Select(e => e.Value)));
        WriteLine(string.Join(",", document.XPathSelectElements("/r/b/ancestor-or-self::*").Select(e => e.Name)));
        WriteLine(string.Join(",", document.XPathSelectElements("//a/following-sibling::*").Select(e => e.Name)));
        Attempt.Show("bad expression", () => document.XPathEvaluate("//["));
    }

    [Program]
    public static void ReaderAndWriter()
    {
        using XmlReader reader = XmlReader.Create(new StringReader(Books), new XmlReaderSettings { IgnoreWhitespace = true });
        while (reader.Read())
        {
            WriteLine($"{reader.Depth} {reader.NodeType} {reader.Name} {reader.Value.Trim()} {reader.AttributeCount}");
        }

        StringBuilder builder = new();
        using (XmlWriter writer = XmlWriter.Create(builder, new XmlWriterSettings { Indent = true, IndentChars = "\t", NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("p", "root", "urn:p");
            writer.WriteAttributeString("attr", "1 < 2 \"q\"\n");
            writer.WriteElementString("text", "a & b ]]> c");
            writer.WriteStartElement("typed");
            writer.WriteValue(1.5);
            writer.WriteValue(" ");
            writer.WriteValue(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));
            writer.WriteEndElement();
            writer.WriteStartElement("base64");
            writer.WriteBase64([1, 2, 3, 4], 0, 4);
            writer.WriteEndElement();
            writer.WriteRaw("<raw/>");
            writer.WriteEndElement();
        }

        WriteLine(builder);
        Attempt.Do("invalid character", () => XmlWriter.Create(new StringBuilder()).WriteElementString("a", "\u0001"));
        WriteLine($"{XmlConvert.ToString(double.PositiveInfinity)} {XmlConvert.ToString(true)} {XmlConvert.EncodeName("a b:c")} {XmlConvert.ToTimeSpan("P1DT2H3.5S")} {XmlConvert.ToDateTime("2024-01-01T00:00:00Z", XmlDateTimeSerializationMode.Utc):O}");
    }

    [Program]
    public static async Task AsynchronousReader()
    {
        using XmlReader reader = XmlReader.Create(new StringReader(Books), new XmlReaderSettings { Async = true, IgnoreComments = true });
        int elements = 0;
        while (await reader.ReadAsync())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                elements++;
            }
        }

        WriteLine(elements);
        using XmlReader hostile = XmlReader.Create(new StringReader("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"));
        Attempt.Do("DTD", () =>
        {
            while (hostile.Read())
            {
            }
        });
        using XmlReader allowed = XmlReader.Create(new StringReader("<!DOCTYPE a [<!ENTITY x 'expanded'>]><a>&x;</a>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        allowed.ReadToDescendant("a");
        WriteLine(allowed.ReadElementContentAsString());
    }
}
