import "./ui/styles/page.css";
import "./main";
